import { join } from 'node:path'
import { SECRET_NAMES, SITE_SECRET_NAMES } from './secrets.mjs'

const ADMIN_NAMES = ['ADMIN_EMAIL', 'ADMIN_PASSWORD']

/**
 * @typedef {object} RunRequest
 * @property {string} root the repository's folder
 * @property {import('../toolchain/toolchain.mjs').Toolchain} toolchain
 * @property {import('./settings.mjs').Settings} settings
 * @property {Record<string, string>} secrets by the name of the environment variable
 */

/**
 * The environment in which the CMS, and the commands that stand in for it, run.
 *
 * @param {RunRequest} request
 * @param {import('./first-admin.mjs').FirstAdmin} [firstAdmin]
 * @returns {NodeJS.ProcessEnv}
 */
export function cmsEnv({ toolchain, settings, secrets }, firstAdmin) {
  return {
    ...without(toolchain.env, ADMIN_NAMES),
    ...secrets,
    ...commonEnv(settings),
    ...(firstAdmin === undefined ? {} : { ADMIN_EMAIL: firstAdmin.email, ADMIN_PASSWORD: firstAdmin.password }),
  }
}

/**
 * @param {RunRequest} request
 * @param {import('./first-admin.mjs').FirstAdmin | undefined} firstAdmin
 * @returns {import('./managed-server.mjs').ServerPlan}
 */
export function cmsPlan(request, firstAdmin) {
  const { root, toolchain, settings } = request
  return {
    name: 'CMS',
    node: toolchain.node,
    args: [join('scripts', 'serve.mjs')],
    cwd: join(root, 'cms'),
    env: cmsEnv(request, firstAdmin),
    healthUrl: `${localAddress(settings.host, settings.cmsPort)}/_health`,
  }
}

/**
 * Room for what lives but one request, in megabytes: at rest V8 makes it so small that it is swept every eight milliseconds of load,
 * and each sweep looks at all that is kept (decision 49).
 */
export const SITE_NODE_OPTIONS = ['--min-semi-space-size=4']

/**
 * @param {RunRequest} request
 * @returns {import('./managed-server.mjs').ServerPlan}
 */
export function webPlan({ root, toolchain, settings, secrets }) {
  return {
    name: 'Web',
    node: toolchain.node,
    args: [...SITE_NODE_OPTIONS, join('.output', 'server', 'index.mjs')],
    cwd: join(root, 'web'),
    env: {
      // The public site holds no secret that it does not use.
      ...without(toolchain.env, [...ADMIN_NAMES, ...SECRET_NAMES, 'DATABASE_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']),
      ...Object.fromEntries(SITE_SECRET_NAMES.flatMap(name => secrets[name] === undefined ? [] : [[name, secrets[name]]])),
      ...commonEnv(settings),
      PORT: String(settings.webPort),
      CMS_INTERNAL_URL: localAddress(settings.host, settings.cmsPort),
    },
    healthUrl: `${localAddress(settings.host, settings.webPort)}/healthz`,
  }
}

/** @param {import('./settings.mjs').Settings} settings */
function commonEnv(settings) {
  return {
    NODE_ENV: 'production',
    HOST: settings.host,
    WEB_PORT: String(settings.webPort),
    CMS_PORT: String(settings.cmsPort),
    DATA_DIR: settings.dataDir,
    SITE_URL: settings.siteUrl,
    CMS_URL: settings.cmsUrl,
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} names
 */
function without(env, names) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)))
}

/**
 * Where a server that listens on a host is reached from this machine.
 *
 * @param {string} host
 * @param {number} port
 */
export function localAddress(host, port) {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
}

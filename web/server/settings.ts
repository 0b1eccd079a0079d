import { join, resolve } from 'node:path'
import process from 'node:process'
import * as v from 'valibot'

const base = v.pipe(
  v.string(),
  v.url('must be a whole address, such as https://klartext.example'),
  v.regex(/^https?:/i, 'must start with http:// or https://'),
  v.transform(url => url.replace(/\/+$/, '')),
)

const bytes = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be a number of bytes'), v.transform(Number))

const environmentSchema = v.pipe(
  v.object({
    HOST: v.optional(v.string(), '127.0.0.1'),
    PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/, 'must be a port'), v.transform(Number))),
    DATA_DIR: v.optional(v.string(), '.data'),
    WEB_DATA_DIR: v.optional(v.string()),
    WEB_CACHE_BYTES: v.optional(bytes, String(256 * 1024 * 1024)),
    WEB_IMAGE_BYTES: v.optional(bytes, String(1024 * 1024 * 1024)),
    METRICS_TOKEN: v.optional(v.string()),
    CDN_PURGE_KIND: v.optional(v.picklist(['fastly', 'cloudflare', 'http'], 'must be fastly, cloudflare or http'), 'http'),
    CDN_PURGE_URL: v.optional(base),
    CDN_PURGE_TOKEN: v.optional(v.string()),
    SITE_URL: v.optional(base),
    WEB_PORT: v.optional(v.string(), '3000'),
    CMS_URL: v.optional(base),
    CMS_PORT: v.optional(v.string(), '1337'),
    CMS_INTERNAL_URL: v.optional(base),
    SITE_KEY: v.optional(v.string()),
    PROXY_HOPS: v.optional(v.pipe(v.string(), v.regex(/^\d$/, 'must be a number of proxies from 0 to 9'), v.transform(Number)), '0'),
  }),
  v.transform((env) => {
    const cmsUrl = env.CMS_URL ?? `http://localhost:${env.CMS_PORT}`
    return {
      /** Where this server listens. */
      host: env.HOST,
      port: env.PORT ?? Number(env.WEB_PORT),
      /** The folder of what this server keeps: pages, pictures, its place in the changes. No other process writes there. */
      dataDir: resolve(env.WEB_DATA_DIR ?? join(env.DATA_DIR, 'web')),
      /** The most that kept pages take in memory; 0: none is kept, and each is drawn for each reader. */
      cacheBytes: env.WEB_CACHE_BYTES,
      /** The most that kept pictures take on disk. */
      imageBytes: env.WEB_IMAGE_BYTES,
      /** Who shows it may read the metrics from anywhere; null: only this machine and its private network may. */
      metricsToken: env.METRICS_TOKEN ?? null,
      /** A content delivery network that is told what is old; null for none. */
      cdn: env.CDN_PURGE_URL === undefined ? null : { kind: env.CDN_PURGE_KIND, url: env.CDN_PURGE_URL, token: env.CDN_PURGE_TOKEN ?? null },
      /** Where readers reach this site; without a slash at the end. */
      siteUrl: env.SITE_URL ?? `http://localhost:${env.WEB_PORT}`,
      /** Where people and other sites reach the CMS. */
      cmsUrl,
      /** Where this server reaches the CMS: another name for it inside a private network. */
      cmsInternalUrl: env.CMS_INTERNAL_URL ?? cmsUrl,
      /** Shown to the CMS, which then believes what this server says about a reader's address; null: it does not. */
      siteKey: env.SITE_KEY ?? null,
      /** How many trusted proxies stand before this server. */
      proxyHops: env.PROXY_HOPS,
    }
  }),
)

export type Settings = v.InferOutput<typeof environmentSchema>

/**
 * Reads the settings from an environment; an empty variable counts as unset.
 * @throws Error that names every variable that does not fit
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = v.safeParse(environmentSchema, set)
  if (result.success)
    return result.output
  throw new Error(result.issues.map(issue => `${v.getDotPath(issue)} ${issue.message}`).join('; '))
}

let parsed: Settings | undefined

/** The settings of this process, read once. */
export function settings(): Settings {
  parsed ??= parseSettings(process.env)
  return parsed
}

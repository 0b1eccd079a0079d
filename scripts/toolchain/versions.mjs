import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Node major that Klartext's servers and builds run on. */
export const NODE_MAJOR = 24

/** The Node that is fetched when the running one has another major. */
export const NODE_VERSION = '24.21.0'

/**
 * The pnpm version that the workspace pins in `packageManager`.
 *
 * @param {string} root the repository's folder
 * @returns {string} such as `10.34.9`
 */
export function pnpmVersion(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return String(packageManager).replace(/^pnpm@/, '').replace(/\+.*$/, '')
}

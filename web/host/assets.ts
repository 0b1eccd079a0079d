import type { StoredResponse } from '@klartext/tag-cache'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { assemble } from '@klartext/tag-cache'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** What the build compressed lies beside the file itself. */
const compressed = /\.(?:br|gz)$/

/**
 * Reads the files that the build made public, with what it compressed of them; they are few, and stay in memory.
 * @param folder whose files have the addresses of their paths below it
 * @param common headers that each answer carries
 * @returns finished answers by address
 */
export async function readAssets(folder: string, common: Readonly<Record<string, string>>): Promise<Map<string, StoredResponse>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Set(entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)))
  const assets = new Map<string, StoredResponse>()
  for (const file of files) {
    const type = types[extname(file)]
    const address = `/${relative(folder, file).split(sep).join('/')}`
    // Nuxt Content's dump is for browsers that search; ours do not
    if (compressed.test(file) || type === undefined || address.startsWith('/__nuxt_content/'))
      continue
    const [identity, br, gzip] = await Promise.all([file, `${file}.br`, `${file}.gz`].map(async path => files.has(path) ? readFile(path) : undefined))
    if (!identity)
      continue
    const headers = {
      ...common,
      'content-type': type,
      // a file below _nuxt bears its content's digest in its name
      'cache-control': address.startsWith('/_nuxt/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    }
    assets.set(address, assemble({ status: 200, headers, tags: [], bodies: { identity, ...br && { br }, ...gzip && { gzip } } }))
  }
  return assets
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @typedef {object} Stamps
 * @property {(name: string) => Promise<string | undefined>} read the digest that was current when the work last succeeded
 * @property {(name: string, digest: string) => Promise<void>} write
 * @property {(name: string) => Promise<void>} clear forgets it, before work begins that may fail half-way
 */

/**
 * Remembers under `.tooling/stamps` from which inputs a piece of work was last done.
 *
 * @param {string} root the repository's folder
 * @returns {Stamps}
 */
export function createStamps(root) {
  const folder = join(root, '.tooling', 'stamps')
  /** @param {string} name */
  const fileOf = name => join(folder, name.replaceAll('/', '--'))

  return {
    async read(name) {
      try {
        return await readFile(fileOf(name), 'utf8')
      }
      catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
          return undefined
        throw error
      }
    },
    async write(name, digest) {
      await mkdir(folder, { recursive: true })
      await writeFile(fileOf(name), digest)
    },
    async clear(name) {
      await rm(fileOf(name), { force: true })
    },
  }
}

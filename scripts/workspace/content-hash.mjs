import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/**
 * Digests files by path and content, so that a changed, added, removed or renamed file changes the digest
 * and a new modification time alone does not.
 *
 * @param {string} root paths enter the digest relative to this folder
 * @param {string[]} files absolute paths; a file that does not exist counts as absent
 * @param {string[]} [facts] further text that belongs to the digest
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function contentHash(root, files, facts = []) {
  const hash = createHash('sha256')
  for (const fact of facts)
    hash.update(`fact ${fact.length} ${fact}\n`)
  for (const file of [...files].sort()) {
    const content = await readFile(file).catch((error) => {
      if (error.code === 'ENOENT')
        return undefined
      throw error
    })
    hash.update(`file ${relative(root, file).split(sep).join('/')} ${content === undefined ? 'absent' : content.length}\n`)
    if (content !== undefined)
      hash.update(content)
  }
  return hash.digest('hex')
}

/**
 * Lists the files of a folder, to any depth.
 *
 * @param {string} folder absolute path
 * @param {(pathInFolder: string) => boolean} isLeftOut tells by the path inside the folder (with `/`) what to pass over, whole folders included
 * @returns {Promise<string[]>} absolute paths
 */
export async function listFiles(folder, isLeftOut) {
  /** @type {string[]} */
  const files = []
  /** @param {string} prefix */
  async function walk(prefix) {
    for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
      if (isLeftOut(path))
        continue
      if (entry.isDirectory())
        await walk(path)
      else if (entry.isFile())
        files.push(join(folder, path))
    }
  }
  await walk('')
  return files
}

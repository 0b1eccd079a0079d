import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @typedef {object} Member
 * @property {string} name the package's name
 * @property {string} folder its path in the repository, with `/`
 * @property {string[]} needs names of the members it depends on
 * @property {boolean} isBuilt whether it has a build script
 */

/**
 * Reads the workspace's members.
 *
 * @param {string} root the repository's folder
 * @returns {Promise<Member[]>} each after the members it depends on
 * @throws {Error} when members depend on each other in a ring
 */
export async function readMembers(root) {
  const packages = await readdir(join(root, 'packages'))
  const folders = [...packages.map(name => `packages/${name}`), 'cms', 'web', 'e2e', 'bench']
    .filter(folder => existsSync(join(root, folder, 'package.json')))

  const members = await Promise.all(folders.map(async (folder) => {
    const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
    return {
      name: String(manifest.name),
      folder,
      needs: Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter(([, range]) => String(range).startsWith('workspace:'))
        .map(([name]) => name),
      isBuilt: manifest.scripts?.build !== undefined,
    }
  }))
  return inDependencyOrder(members)
}

/**
 * @param {Member[]} members
 * @returns {Member[]}
 */
function inDependencyOrder(members) {
  /** @type {Member[]} */
  const ordered = []
  let waiting = members
  while (waiting.length > 0) {
    const ready = waiting.filter(member => !member.needs.some(name => waiting.some(other => other.name === name)))
    if (ready.length === 0)
      throw new Error(`These packages depend on each other in a ring: ${waiting.map(member => member.name).join(', ')}`)
    ordered.push(...ready)
    waiting = waiting.filter(member => !ready.includes(member))
  }
  return ordered
}

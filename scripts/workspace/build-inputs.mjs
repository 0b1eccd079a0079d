import { join } from 'node:path'
import { contentHash, listFiles } from './content-hash.mjs'

// What a build makes, what tests use, and what running leaves behind: much of it under names that begin with a dot.
const LEFT_OUT = /^(?:\..*|node_modules|dist|test|coverage|Dockerfile|README\.md|vitest\..*|build|public\/uploads|types\/generated|test-results)$|\.(?:log|tsbuildinfo)$/

/**
 * Digests what the result of a member's build depends on: its own files, the members it needs, the lockfile, the shared
 * compiler settings, the Node it is built with.
 *
 * @param {string} root the repository's folder
 * @param {import('./members.mjs').Member} member
 * @param {Map<string, string>} digestsOfNeeds the digests of the members it needs, by name
 * @param {string[]} facts what else is baked into the result
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function buildInputsDigest(root, member, digestsOfNeeds, facts) {
  const files = await listFiles(join(root, member.folder), path => LEFT_OUT.test(path))
  const shared = ['pnpm-lock.yaml', 'tsconfig.base.json'].map(name => join(root, name))
  const needs = member.needs.map(name => `${name} ${digestsOfNeeds.get(name) ?? 'not built'}`)
  return contentHash(root, [...files, ...shared], [...facts, ...needs])
}

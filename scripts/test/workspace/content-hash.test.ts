import { rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentHash, listFiles } from '../../workspace/content-hash.mjs'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

async function digestOf(root: string, facts: string[] = []) {
  return contentHash(root, await listFiles(root, path => path === 'left-out'), facts)
}

async function createFolder() {
  const root = await tempDir()
  await write(root, 'a.txt', 'one')
  await write(root, 'deep/b.txt', 'two')
  return root
}

describe('contentHash', () => {
  it('is the same for the same files anywhere, whatever their times', async () => {
    const first = await createFolder()
    const second = await createFolder()
    await utimes(join(second, 'a.txt'), 0, 0)
    expect(await digestOf(second)).toBe(await digestOf(first))
  })

  it.each<[string, (root: string) => Promise<void>]>([
    ['a changed file', root => write(root, 'deep/b.txt', 'three')],
    ['a new file', root => write(root, 'c.txt', '')],
    ['a removed file', root => rm(join(root, 'a.txt'))],
    ['a renamed file', root => rename(join(root, 'a.txt'), join(root, 'z.txt'))],
    ['text that moves from one file to the next', async (root) => {
      await write(root, 'a.txt', 'on')
      await write(root, 'deep/b.txt', 'etwo')
    }],
  ])('differs for %s', async (_what, change) => {
    const root = await createFolder()
    const before = await digestOf(root)
    await change(root)
    expect(await digestOf(root)).not.toBe(before)
  })

  it('differs by the facts, and by where one ends and the next begins', async () => {
    const root = await createFolder()
    const digests = await Promise.all([[], ['ab'], ['a', 'b'], ['ba']].map(facts => digestOf(root, facts)))
    expect(new Set(digests).size).toBe(4)
  })

  it('takes a file that is missing as absent, which is not the same as empty', async () => {
    const root = await createFolder()
    const file = join(root, 'maybe.txt')
    const absent = await contentHash(root, [file])
    await write(root, 'maybe.txt', '')
    expect(await contentHash(root, [file])).not.toBe(absent)
  })
})

describe('listFiles', () => {
  it('passes over what is left out, with all below it', async () => {
    const root = await createFolder()
    await write(root, 'left-out/deep/c.txt', '')
    expect((await listFiles(root, path => path === 'left-out')).sort()).toEqual([join(root, 'a.txt'), join(root, 'deep/b.txt')])
  })
})

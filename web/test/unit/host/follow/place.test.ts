import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadCursor, saveCursor } from '../../../../host/follow/place'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klartext-place-'))
})
afterEach(async () => rm(folder, { recursive: true }))

it('is found again', async () => {
  expect(await loadCursor(join(folder, 'web'))).toBeNull()
  await saveCursor(join(folder, 'web'), '7.log')
  await saveCursor(join(folder, 'web'), '8.log')
  expect(await loadCursor(join(folder, 'web'))).toBe('8.log')
  expect(await readdir(join(folder, 'web'))).toEqual(['changes.json'])
})

it.each(['', '{"cursor":', '{"cursor":7}', 'null'])('counts as none where the file holds %j', async (text) => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  await writeFile(join(folder, 'changes.json'), text)
  expect(await loadCursor(folder)).toBeNull()
  expect(told).toHaveBeenCalledOnce()
  told.mockRestore()
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

const made: string[] = []

/** An empty folder that is removed when the test is over. */
export async function tempDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'klartext-scripts-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An empty folder that is removed when the tests of the file are over. */
export async function makeTempDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'klartext-scripts-'))
  made.push(folder)
  return folder
}

afterAll(async () => {
  for (const folder of made)
    await rm(folder, { recursive: true, force: true })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that is removed when the test is over. */
export async function tempDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'klartext-scripts-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

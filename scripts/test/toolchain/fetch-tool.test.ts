import { chmod, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchTool } from '../../toolchain/fetch-tool.mjs'
import { keptReport } from '../support/kept-report.ts'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

/** An npm that writes down how it was called, then does as the script says. */
async function createNpm(script: string) {
  const folder = await tempDir()
  await write(folder, 'npm', `#!/bin/sh\necho "$@" >> ${folder}/calls\n${script}\n`)
  await chmod(join(folder, 'npm'), 0o755)
  return { npm: join(folder, 'npm'), calls: async () => (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n') }
}

const WORKS = 'mkdir -p node_modules/pnpm'

describe('fetchTool', () => {
  it('fetches a package once, without running its scripts', async () => {
    const root = await tempDir()
    const { npm, calls } = await createNpm(WORKS)
    const { report, text } = keptReport()
    const request = { root, package: 'pnpm', version: '1.2.3', report, npm }
    const folder = join(root, '.tooling/pnpm-1.2.3/node_modules/pnpm')
    expect(await fetchTool(request)).toBe(folder)
    expect(await fetchTool(request)).toBe(folder)
    expect(await calls()).toEqual([expect.stringMatching(/^install --prefix \S+ .*--ignore-scripts .*pnpm@1\.2\.3$/)])
    expect(text()).toBe('  Fetching pnpm 1.2.3 … 0.0 s\n')
  })

  it.each([
    ['no network', 'echo "npm error code ENOTFOUND" >&2; exit 1', 'registry cannot be reached (ENOTFOUND)'],
    ['another failure', `${WORKS}; echo "npm error code EACCES" >&2; exit 1`, 'npm could not install pnpm@1.2.3:\nnpm error code EACCES'],
  ])('says what is wrong and leaves nothing behind: %s', async (_what, script, sentence) => {
    const root = await tempDir()
    const { npm } = await createNpm(script)
    await expect(fetchTool({ root, package: 'pnpm', version: '1.2.3', report: keptReport().report, npm })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining(sentence) })
    expect(await readdir(join(root, '.tooling'))).toEqual([])
  })

  it('says that npm is missing', async () => {
    const root = await tempDir()
    await expect(fetchTool({ root, package: 'pnpm', version: '1.2.3', report: keptReport().report, npm: join(root, 'npm') })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('npm is missing') })
  })
})

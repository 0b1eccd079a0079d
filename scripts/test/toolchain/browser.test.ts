import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../toolchain/browser.mjs'
import { keptReport } from '../support/kept-report.ts'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

/** A folder of programs, to be the whole of PATH. */
async function createPath(programs: Record<string, string>) {
  const folder = await tempDir()
  for (const [name, script] of Object.entries(programs)) {
    await write(folder, name, `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, name), 0o755)
  }
  return folder
}

describe('findBrowser', () => {
  it.each(['chromium', 'chromium-browser', 'google-chrome'])('finds %s in the path', async (name) => {
    const path = await createPath({ [name]: '', java: '' })
    expect(await findBrowser({ env: { PATH: `/nowhere:${path}` }, report: keptReport().report, mayInstall: false })).toMatchObject({ CHROMIUM_PATH: join(path, name) })
  })

  it('takes the one that CHROMIUM_PATH names', async () => {
    const path = await createPath({ chromium: '', mine: '', java: '' })
    expect(await findBrowser({ env: { PATH: path, CHROMIUM_PATH: join(path, 'mine') }, report: keptReport().report, mayInstall: false })).toMatchObject({ CHROMIUM_PATH: join(path, 'mine') })
  })

  it.each([
    [{}, 'Chromium and a Java runtime'],
    [{ chromium: '' }, 'a Java runtime'],
    [{ java: '' }, 'Chromium'],
  ])('says what is missing beside %j', async (programs, missing) => {
    const path = await createPath(programs)
    await expect(findBrowser({ env: { PATH: path }, report: keptReport().report, mayInstall: false })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining(`The tests need ${missing}. Install it`) })
  })

  it('says that CHROMIUM_PATH leads nowhere', async () => {
    const path = await createPath({ chromium: '', java: '' })
    await expect(findBrowser({ env: { PATH: path, CHROMIUM_PATH: '/nowhere/chromium' }, report: keptReport().report, mayInstall: false })).rejects.toMatchObject({ message: expect.stringContaining('CHROMIUM_PATH names (/nowhere/chromium)') })
  })

  it('installs what is missing where it may', async () => {
    const path = await createPath({ java: '' })
    await write(path, 'apt-get', `#!/bin/sh\necho "$@" >> ${path}/calls\nif [ "$1" = install ]; then : > ${path}/chromium; fi\n`)
    await chmod(join(path, 'apt-get'), 0o755)
    const { report, text } = keptReport()
    expect(await findBrowser({ env: { PATH: path }, report, mayInstall: true })).toMatchObject({ CHROMIUM_PATH: join(path, 'chromium') })
    expect(text()).toContain('Installing chromium and default-jre-headless')
  })

  it('says why installing failed', async () => {
    const path = await createPath({ 'apt-get': 'echo "Unable to fetch some archives"; exit 100' })
    await expect(findBrowser({ env: { PATH: path }, report: keptReport().report, mayInstall: true })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('apt-get update failed:\nUnable to fetch some archives') })
  })
})

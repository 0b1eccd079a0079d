import { existsSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBenchTools } from '../../toolchain/bench-tools.mjs'
import { keptReport } from '../support/kept-report.ts'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

describe('findBenchTools', () => {
  it('finds both, also where only root has servers in the path', async () => {
    const path = await tempDir()
    await write(path, 'wrk', '')
    await write(path, 'nginx', '')
    expect(await findBenchTools({ env: { PATH: path }, report: keptReport().report, mayInstall: false })).toEqual({ WRK_PATH: join(path, 'wrk'), NGINX_PATH: join(path, 'nginx') })
  })

  it('says what is missing and how to get it', async () => {
    const path = await tempDir()
    await write(path, 'nginx', '')
    await expect(findBenchTools({ env: { PATH: path }, report: keptReport().report, mayInstall: false }))
      .rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('The benches need wrk. Install it (on Debian and Ubuntu: apt-get install wrk)') })
  })

  it('installs what is missing where it may, and starts no service with it', async () => {
    const path = await tempDir()
    const policy = join(path, 'policy')
    await write(path, 'nginx', '')
    await write(path, 'apt-get', `#!/bin/sh\nif [ -x ${policy} ]; then echo "$1 held" >> ${path}/calls; fi\nif [ "$1" = install ]; then : > ${path}/wrk; fi\n`)
    await chmod(join(path, 'apt-get'), 0o755)
    const { report, text } = keptReport()
    expect(await findBenchTools({ env: { PATH: path }, report, mayInstall: true, policy })).toMatchObject({ WRK_PATH: join(path, 'wrk') })
    expect(text()).toContain('Installing wrk')
    expect(await readFile(join(path, 'calls'), 'utf8')).toBe('update held\ninstall held\n')
    expect(existsSync(policy)).toBe(false)
  })
})

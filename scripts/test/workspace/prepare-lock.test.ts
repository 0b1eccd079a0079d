import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withPrepareLock } from '../../workspace/prepare-lock.mjs'
import { keptReport } from '../support/kept-report.ts'
import { tempDir } from '../support/temp-dir.ts'

describe('withPrepareLock', () => {
  it('lets one at a time through and leaves nothing behind', async () => {
    const root = await tempDir()
    let inside = 0
    let most = 0
    const one = () => withPrepareLock({ root, report: keptReport().report }, async () => {
      most = Math.max(most, ++inside)
      await wait(20)
      inside--
    })
    await Promise.all([one(), one(), one()])
    expect(most).toBe(1)
    expect(await readdir(join(root, '.tooling'))).toEqual([])
  })

  it('gives the lock back when the work fails', async () => {
    const root = await tempDir()
    const request = { root, report: keptReport().report }
    await expect(withPrepareLock(request, async () => {
      throw new Error('broken')
    })).rejects.toThrow('broken')
    expect(await withPrepareLock(request, async () => 'mine')).toBe('mine')
  })

  it('takes over from a process that is gone, and says that it waits for one that is not', async () => {
    const root = await tempDir()
    await mkdir(join(root, '.tooling'))
    const gone = spawn(process.execPath, ['-e', ''])
    await once(gone, 'exit')
    await writeFile(join(root, '.tooling/prepare.lock'), String(gone.pid))
    expect(await withPrepareLock({ root, report: keptReport().report }, async () => 'mine')).toBe('mine')

    await writeFile(join(root, '.tooling/prepare.lock'), String(process.pid))
    const { report, text } = keptReport()
    const stop = AbortSignal.timeout(50)
    await expect(withPrepareLock({ root, report, signal: stop }, async () => 'mine')).rejects.toThrow('aborted')
    expect(text()).toContain('Waiting for another Klartext command')
  })
})

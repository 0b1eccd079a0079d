import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { isProcessAlive } from '../../process/process-alive.mjs'
import { runCommand } from '../../process/run-command.mjs'
import { tempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'

const node = process.execPath

describe('runCommand', () => {
  it('gives the exit code and what was printed, and keeps it in a log', async () => {
    const cwd = await tempDir()
    const logFile = join(cwd, 'log')
    const result = await runCommand(node, ['-e', 'console.log(process.cwd()); console.error(process.env.GREETING); process.exitCode = 3'], { cwd, env: { GREETING: 'hej' }, logFile })
    expect(result.code).toBe(3)
    expect(result.output.split('\n').sort()).toEqual(['', cwd, 'hej'].sort())
    expect(await readFile(logFile, 'utf8')).toBe(result.output)
  })

  it('takes an end by a signal for a failure', async () => {
    expect((await runCommand(node, ['-e', 'process.kill(process.pid, "SIGKILL")'], { cwd: '/' })).code).toBe(1)
  })

  it('rejects when there is no such command', async () => {
    await expect(runCommand('/nowhere/npm', [], { cwd: '/' })).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('ends the command and what it started when it is asked to', async () => {
    const cwd = await tempDir()
    const stop = new AbortController()
    await writeFile(join(cwd, 'child.mjs'), 'import { writeFileSync } from "node:fs"; writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000)')
    const running = runCommand('/bin/sh', ['-c', `"${node}" child.mjs; true`], { cwd, signal: stop.signal })
    const pid = async () => Number(await readFile(join(cwd, 'pid'), 'utf8').catch(() => ''))
    await until(async () => await pid() > 0)
    const child = await pid()
    stop.abort()
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    await until(() => !isProcessAlive(child))
  })

  it('does not go on with a command when it was asked before', async () => {
    await expect(runCommand(node, ['-e', 'setInterval(() => {}, 1000)'], { cwd: '/', signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

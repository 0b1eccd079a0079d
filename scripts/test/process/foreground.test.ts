import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

/** Runs a command through `runInForeground`, in a process of its own that prints the exit code it got. */
async function runThrough(script: string) {
  const folder = await tempDir()
  await write(folder, 'command.mjs', script)
  await write(folder, 'run.mjs', `
    import { runInForeground } from ${JSON.stringify(new URL('../../process/foreground.mjs', import.meta.url).href)}
    process.exitCode = await runInForeground(process.execPath, ['command.mjs', 'one'], { cwd: ${JSON.stringify(folder)}, env: { ...process.env, GREETING: 'hej' } })
  `)
  return spawn(process.execPath, [join(folder, 'run.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
}

describe('runInForeground', () => {
  it('shares input and output, and ends with the same code', async () => {
    const child = await runThrough('process.stdin.on("data", (d) => { console.log(process.argv[2], process.env.GREETING, String(d)); process.exit(5) })')
    child.stdin.end('in')
    const [output, [code]] = await Promise.all([child.stdout.toArray(), once(child, 'close')])
    expect([output.join(''), code]).toEqual(['one hej in\n', 5])
  })

  it('passes a wish to end on, and waits for the command', async () => {
    const child = await runThrough('process.on("SIGTERM", () => { console.log("tidied"); process.exit(0) }); setInterval(() => {}, 1000); console.log("up")')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    const [output, [code]] = await Promise.all([child.stdout.toArray(), once(child, 'close')])
    expect([output.join(''), code]).toEqual(['tidied\n', 0])
  })

  it('tells of the signal that ended a command', async () => {
    const child = await runThrough('process.kill(process.pid, "SIGKILL")')
    const [code] = await once(child, 'close')
    expect(code).toBe(137)
  })
})

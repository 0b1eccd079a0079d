import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { tempDir } from './support/temp-dir.ts'
import { write } from './support/workspace.ts'

async function run(command: string) {
  const folder = await tempDir()
  const plainError = new URL('../report/plain-error.mjs', import.meta.url).href
  await write(folder, 'command.mjs', `import { PlainError } from '${plainError}'\nexport async function main(args) { ${command} }`)
  await write(folder, 'run.mjs', `import { runCommandModule } from '${new URL('../entry.mjs', import.meta.url).href}'\nrunCommandModule(() => import('./command.mjs'))`)
  const child = spawn(process.execPath, [join(folder, 'run.mjs'), 'one', 'two'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [code]] = await Promise.all([child.stdout.toArray(), child.stderr.toArray(), once(child, 'close')])
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

describe('runCommandModule', () => {
  it('hands on the arguments and the exit code', async () => {
    expect(await run('console.log(args.join()); return 7')).toEqual({ code: 7, stdout: 'one,two\n', stderr: '' })
  })

  it('prints a PlainError as one sentence without a stack', async () => {
    expect(await run('throw new PlainError("Port 3000 is in use.", { cause: new Error("EADDRINUSE") })')).toEqual({ code: 1, stdout: '', stderr: '\nPort 3000 is in use.\n' })
  })

  it('prints the stack of a defect', async () => {
    const { code, stderr } = await run('throw new TypeError("undefined is not a function")')
    expect(code).toBe(1)
    expect(stderr).toMatch(/TypeError: undefined is not a function\n\s+at .*main/)
  })
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openServerLog } from '../../run/server-log.mjs'
import { tempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'

async function said(lines: { stdout?: string[], stderr?: string[] }) {
  const file = join(await tempDir(), 'cms.log')
  const errors: string[] = []
  const log = await openServerLog(file, line => errors.push(line))
  const child = { stdout: new PassThrough(), stderr: new PassThrough() }
  log.follow(child)
  for (const [name, stream] of Object.entries(child)) {
    for (const line of lines[name === 'stdout' ? 'stdout' : 'stderr'] ?? [])
      stream.write(`${line}\n`)
  }
  const count = (lines.stdout?.length ?? 0) + (lines.stderr?.length ?? 0)
  await until(async () => (await readFile(file, 'utf8').catch(() => '')).split('\n').length > count)
  await log.close()
  return { errors, text: await readFile(file, 'utf8') }
}

describe('openServerLog', () => {
  it('writes everything to the file', async () => {
    const { text } = await said({ stdout: ['one', 'two'], stderr: ['three', '    at x (y.js:1:1)'] })
    expect(text.split('\n').filter(line => line !== '').sort()).toEqual(['    at x (y.js:1:1)', 'one', 'three', 'two'])
  })

  it.each([
    ['an error line', { stderr: ['Something broke'] }, ['Something broke']],
    ['no stack', { stderr: ['Error: broken', '    at x (y.js:1:1)', '  code: \'E\'', '}', 'Node.js v24.21.0'] }, ['Error: broken']],
    ['no Node warnings', { stderr: ['(node:12) ExperimentalWarning: SQLite', '(Use `node --trace-warnings ...`)'] }, []],
    ['no line twice in a row', { stderr: ['a', 'a', 'b'] }, ['a', 'b']],
    ['the errors that Strapi logs', { stdout: ['[2026-05-01 12:00:00.000] \u001B[31merror\u001B[39m: No connection', '[2026-05-01 12:00:00.000] info: Started'] }, ['[2026-05-01 12:00:00.000] error: No connection']],
    ['nothing for ordinary lines', { stdout: ['error-free'] }, []],
  ])('tells %s', async (_what, lines, expected) => {
    expect((await said(lines)).errors).toEqual(expected)
  })

  it('appends to the log of the last time, and begins anew when it has grown large', async () => {
    const file = join(await tempDir(), 'cms.log')
    for (const text of ['first', 'second']) {
      const log = await openServerLog(file, () => undefined)
      log.note(text)
      await log.close()
    }
    expect(await readFile(file, 'utf8')).toMatch(/first\n.*second\n$/)

    await writeFile(file, Buffer.alloc(21 * 1024 * 1024))
    const log = await openServerLog(file, () => undefined)
    log.note('third')
    await log.close()
    expect(await readFile(file, 'utf8')).toMatch(/^\[[^\]]+\] start: third\n$/)
    expect(await readFile(`${file}.1`)).toHaveLength(21 * 1024 * 1024)
  })
})

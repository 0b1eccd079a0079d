import type { Check } from '../../checks/checks.mjs'
import type { Toolchain } from '../../toolchain/toolchain.mjs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeFailure } from '../../checks/describe-failure.mjs'
import { runCheck } from '../../checks/run-check.mjs'
import { tallyVitest } from '../../checks/vitest-tally.mjs'
import { tempDir } from '../support/temp-dir.ts'
import { write } from '../support/workspace.ts'

function createToolchain(answer: { code: number, output: string }, before: () => Promise<unknown> = async () => undefined): Toolchain {
  return {
    node: 'node',
    env: {},
    async pnpm() {
      await before()
      return answer
    },
  }
}

async function createCheck(): Promise<{ root: string, check: Check, file: string }> {
  const root = await tempDir()
  const file = join(root, 'report.json')
  return { root, file, check: { id: 'unit', label: 'Unit', command: [], builds: [], needsBrowser: false, report: { file, read: report => tallyVitest(report, root) } } }
}

const ONE_PASSED = JSON.stringify({ testResults: [{ name: 'a', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'a' }] }] })

describe('runCheck', () => {
  it('counts what the run reports', async () => {
    const { root, check, file } = await createCheck()
    const toolchain = createToolchain({ code: 0, output: 'fine' }, () => writeFile(file, ONE_PASSED))
    const result = await runCheck(check, { root, toolchain, env: {} })
    expect(result.tally).toMatchObject({ passed: 1, failed: 0 })
  })

  it.each([
    ['leaves the report of the last time', async (file: string) => file],
    ['breaks off while it writes', (file: string) => writeFile(file, '{"testRes')],
  ])('counts one failure when the run %s', async (_what, before) => {
    const { root, check, file } = await createCheck()
    await write(root, 'report.json', ONE_PASSED)
    const result = await runCheck(check, { root, toolchain: createToolchain({ code: 134, output: '' }, () => before(file)), env: {} })
    expect(result.tally).toMatchObject({ passed: 0, failed: 1, failures: ['Unit ended with code 134'] })
  })
})

describe('describeFailure', () => {
  it('names what failed and shows the end of the output', async () => {
    const { check } = await createCheck()
    const output = Array.from({ length: 200 }, (_, index) => `line ${index + 1}`).join('\n')
    const text = describeFailure({ check, tally: { passed: 0, failed: 1, skipped: 0, failures: ['a.test.ts: b'] }, output, logFile: '/log' })
    expect(text).toContain('✗ a.test.ts: b')
    expect(text).toContain('[the first 80 lines are in the log]\nline 81\n')
    expect(text).toContain('line 200\n')
    expect(text).toContain('npm test -- --only unit')
  })
})

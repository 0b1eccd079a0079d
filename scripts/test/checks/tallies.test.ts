import { describe, expect, it } from 'vitest'
import { tallyPlaywright } from '../../checks/playwright-tally.mjs'
import { sum, tallyOfOne, withExitCode } from '../../checks/tally.mjs'
import { tallyVitest } from '../../checks/vitest-tally.mjs'

const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] }

describe('tallyVitest', () => {
  it('counts tests by their status and names what failed', () => {
    expect(tallyVitest({ testResults: [
      { name: '/klartext/cms/test/a.test.ts', status: 'failed', message: '', assertionResults: [
        { status: 'passed', fullName: 'a b' },
        { status: 'failed', fullName: 'a c' },
        { status: 'skipped', fullName: 'a d' },
        { status: 'todo', fullName: 'a e' },
      ] },
      { name: '/klartext/cms/test/b.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'x' }] },
    ] }, '/klartext')).toEqual({ passed: 2, failed: 1, skipped: 2, failures: ['cms/test/a.test.ts: a c'] })
  })

  it('counts a file that could not run as one failure', () => {
    const file = { name: '/klartext/web/test/a.test.ts', status: 'failed', message: 'Cannot find module\nat x', assertionResults: [] }
    expect(tallyVitest({ testResults: [file] }, '/klartext')).toEqual({ ...NOTHING, failed: 1, failures: ['web/test/a.test.ts: Cannot find module'] })
  })

  it.each([undefined, null, [], {}, { testResults: 1 }])('counts nothing in %j', (report) => {
    expect(tallyVitest(report, '/klartext')).toEqual(NOTHING)
  })
})

describe('tallyPlaywright', () => {
  it('counts through suites in suites, once for each project', () => {
    const test = (status: string, projectName = 'desktop') => ({ status, projectName })
    expect(tallyPlaywright({ suites: [{ title: 'read.spec.ts', specs: [{ title: 'start', tests: [test('expected'), test('expected', 'mobile')] }], suites: [
      { title: 'essay', specs: [{ title: 'thread', tests: [test('unexpected', 'mobile'), test('flaky', ''), test('skipped')] }] },
    ] }] })).toEqual({
      passed: 2,
      failed: 2,
      skipped: 1,
      failures: ['read.spec.ts › essay › thread [mobile]', 'read.spec.ts › essay › thread'],
    })
  })

  it('counts errors outside the tests', () => {
    expect(tallyPlaywright({ suites: [], errors: [{ message: 'web did not start\nat x' }] })).toEqual({ ...NOTHING, failed: 1, failures: ['Playwright: web did not start'] })
  })

  it.each([undefined, {}, { suites: [{}] }])('counts nothing in %j', (report) => {
    expect(tallyPlaywright(report)).toEqual(NOTHING)
  })
})

describe('tallies', () => {
  it('count a check without tests as one', () => {
    expect(tallyOfOne('Lint', 0)).toEqual({ ...NOTHING, passed: 1 })
    expect(tallyOfOne('Lint', 2)).toEqual({ ...NOTHING, failed: 1, failures: ['Lint'] })
  })

  it('never take a run that ended badly for green', () => {
    expect(withExitCode({ ...NOTHING, passed: 9 }, 'Unit', 1)).toEqual({ ...NOTHING, passed: 9, failed: 1, failures: ['Unit ended with code 1'] })
    expect(withExitCode({ ...NOTHING, failed: 2 }, 'Unit', 1)).toEqual({ ...NOTHING, failed: 2 })
    expect(withExitCode({ ...NOTHING, passed: 9 }, 'Unit', 0)).toEqual({ ...NOTHING, passed: 9 })
  })

  it('are summed', () => {
    expect(sum([])).toEqual(NOTHING)
    expect(sum([tallyOfOne('a', 0), tallyOfOne('b', 1), { passed: 3, failed: 1, skipped: 2, failures: ['c'] }])).toEqual({ passed: 4, failed: 2, skipped: 2, failures: ['b', 'c'] })
  })
})

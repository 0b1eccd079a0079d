import { listIn, textIn } from './read-report.mjs'

/**
 * Counts the tests in the report of vitest's `json` reporter. A test file that could not run at all counts as one failure.
 *
 * @param {unknown} report
 * @param {string} root the repository's folder; file names are told relative to it
 * @returns {import('./tally.mjs').Tally}
 */
export function tallyVitest(report, root) {
  const tally = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) }
  for (const file of listIn(report, 'testResults')) {
    const name = textIn(file, 'name').replace(`${root}/`, '')
    const tests = listIn(file, 'assertionResults')
    for (const test of tests) {
      const status = textIn(test, 'status')
      if (status === 'passed') {
        tally.passed++
      }
      else if (status === 'failed') {
        tally.failed++
        tally.failures.push(`${name}: ${textIn(test, 'fullName')}`)
      }
      else {
        tally.skipped++
      }
    }
    if (textIn(file, 'status') === 'failed' && !tests.some(test => textIn(test, 'status') === 'failed')) {
      tally.failed++
      tally.failures.push(`${name}: ${textIn(file, 'message').split('\n')[0] || 'did not run'}`)
    }
  }
  return tally
}

import { listIn, textIn } from './read-report.mjs'

/**
 * Counts the tests in the report of Playwright's `json` reporter. A test that passed only when tried again counts as failed,
 * and so does an error outside the tests.
 *
 * @param {unknown} report
 * @returns {import('./tally.mjs').Tally}
 */
export function tallyPlaywright(report) {
  const tally = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) }

  /**
   * @param {unknown} suite
   * @param {string[]} above
   */
  function countSuite(suite, above) {
    const path = [...above, textIn(suite, 'title')].filter(title => title !== '')
    for (const spec of listIn(suite, 'specs')) {
      for (const test of listIn(spec, 'tests')) {
        const status = textIn(test, 'status')
        if (status === 'expected') {
          tally.passed++
        }
        else if (status === 'skipped') {
          tally.skipped++
        }
        else {
          tally.failed++
          const project = textIn(test, 'projectName')
          tally.failures.push(`${[...path, textIn(spec, 'title')].join(' › ')}${project === '' ? '' : ` [${project}]`}`)
        }
      }
    }
    listIn(suite, 'suites').forEach(inner => countSuite(inner, path))
  }

  listIn(report, 'suites').forEach(suite => countSuite(suite, []))
  for (const error of listIn(report, 'errors')) {
    tally.failed++
    tally.failures.push(`Playwright: ${textIn(error, 'message').split('\n')[0]}`)
  }
  return tally
}

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures what failed, one line each
 */

/**
 * Counts a check that either holds or does not.
 *
 * @param {string} name
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfOne(name, exitCode) {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [name] }
}

/**
 * A run that ended badly without naming a failed test (a broken set-up, an error outside the tests, no report at all)
 * counts as one failure: it must never look green.
 *
 * @param {Tally} tally
 * @param {string} name
 * @param {number} exitCode
 * @returns {Tally}
 */
export function withExitCode(tally, name, exitCode) {
  if (exitCode === 0 || tally.failed > 0)
    return tally
  return { ...tally, failed: 1, failures: [`${name} ended with code ${exitCode}`] }
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.reduce((total, tally) => total + tally.skipped, 0),
    failures: tallies.flatMap(tally => tally.failures),
  }
}

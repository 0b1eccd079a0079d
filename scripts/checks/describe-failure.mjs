const SHOWN_LINES = 120

/**
 * What to read after a check failed: what failed, and the end of what it printed.
 *
 * @param {import('./run-check.mjs').CheckResult} result
 * @returns {string}
 */
export function describeFailure({ check, tally, output, logFile }) {
  const lines = output.trimEnd().split('\n')
  const cut = lines.length > SHOWN_LINES ? `[the first ${lines.length - SHOWN_LINES} lines are in the log]\n` : ''
  return `
── ${check.label}: ${tally.failed} failed ──
${tally.failures.map(failure => `  ✗ ${failure}`).join('\n')}

${cut}${lines.slice(-SHOWN_LINES).join('\n')}

  ${logFile === undefined ? 'It could not run.' : `All of it is in ${logFile}.`} Run it alone with: npm test -- --only ${check.id}`
}

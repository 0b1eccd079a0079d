/**
 * What one run of wrk counted.
 *
 * @typedef {object} WrkResult
 * @property {number} perSecond answers in a second
 * @property {number} requests
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} failed requests that got no answer, or one that was no success
 */

/** @type {Record<string, number>} */
const MILLISECONDS = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/**
 * Reads what `wrk --latency` prints.
 *
 * @param {string} output
 * @returns {WrkResult}
 * @throws {Error} with the output, when it is not wrk's
 */
export function readWrk(output) {
  return {
    perSecond: Number(find(output, /^Requests\/sec:\s+([\d.]+)$/m)),
    requests: Number(find(output, /^\s+(\d+) requests in /m)),
    p50: milliseconds(find(output, /^\s+50%\s+(\S+) *$/m)),
    p99: milliseconds(find(output, /^\s+99%\s+(\S+) *$/m)),
    failed: socketErrors(output) + Number(/^\s+Non-2xx or 3xx responses: (\d+)$/m.exec(output)?.[1] ?? 0),
  }
}

/** @param {string} output */
function socketErrors(output) {
  const counts = /^\s+Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$/m.exec(output)
  return (counts?.slice(1) ?? []).reduce((sum, count) => sum + Number(count), 0)
}

/** @param {string} text */
function milliseconds(text) {
  const parts = /^([\d.]+)(us|ms|[smh])$/.exec(text)
  const factor = MILLISECONDS[parts?.[2] ?? '']
  if (parts === null || factor === undefined)
    throw new Error(`wrk gave the time "${text}", which is not understood.`)
  return Number(parts[1]) * factor
}

/**
 * @param {string} output
 * @param {RegExp} pattern
 */
function find(output, pattern) {
  const found = pattern.exec(output)?.[1]
  if (found === undefined)
    throw new Error(`wrk printed nothing like ${pattern}:\n${output}`)
  return found
}

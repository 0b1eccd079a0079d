import { percentile } from '../report/statistics.mjs'
import { figure, table } from '../report/table.mjs'

/** What a change may take until readers of every replica have it: 99 of 100, in milliseconds. */
const LIMIT_MS = 500
/** The same from the return of the stream after the CMS was away. */
const RESTART_LIMIT_MS = 1000
/** The first publishes after a start run code that was never run; the limit holds for them too, and a row tells what the others took. */
const FIRST = 10

/**
 * @param {object} measured
 * @param {string} measured.engine
 * @param {number} measured.readsPerSecond
 * @param {{ publishes: import('./delays.mjs').Publish[], reading: number[], failed: { fault: string | null }[], replicas: ReturnType<typeof import('./delays.mjs').judgeReplica>[] }} measured.steady
 * @param {Awaited<ReturnType<typeof import('./across-restarts.mjs').restartMeasures>>} measured.restarts
 * @returns {import('../bench.mjs').Measured}
 */
export function reportPublish({ engine, readsPerSecond, steady, restarts }) {
  const rows = [
    ...steady.replicas.map(({ delays }, replica) => row(`replica ${replica + 1}, from the call`, delays.map(({ fromStart }) => fromStart), LIMIT_MS)),
    row('all replicas, from the call', lastOfEach(steady.replicas, 'fromStart'), LIMIT_MS),
    row(`the same without the first ${FIRST}`, lastOfEach(steady.replicas, 'fromStart').slice(FIRST)),
    row('all replicas, from the answer', lastOfEach(steady.replicas, 'fromAnswer')),
    row('the publish call itself', steady.publishes.map(({ startedAt, answeredAt }) => answeredAt - startedAt)),
    row('a reader\'s request meanwhile', steady.reading),
    row('after a restart, from the stream\'s return', restarts.delays.map(({ fromStream }) => fromStream), RESTART_LIMIT_MS),
    row('how long a replica had no stream', restarts.delays.map(({ away }) => away)),
  ]
  const sum = (/** @type {'unseen' | 'staleAfterEvent' | 'ofThemMarked' | 'wentBack'} */ field) => steady.replicas.reduce((all, replica) => all + replica[field], 0)
  const counts = {
    'publishes': steady.publishes.length,
    'reads': steady.reading.length,
    'reads that failed': steady.failed.length,
    'publishes that a replica did not show': sum('unseen'),
    'old answers after the replica had dealt with the event': sum('staleAfterEvent'),
    'of them marked as stale': sum('ofThemMarked'),
    'old answers after a newer one had been shown': sum('wentBack'),
    'restarts of the CMS': restarts.restarts,
    'reads that failed across restarts': restarts.failed.length,
    'restarts after which a replica did not show the change': restarts.unseen,
    'replicas that had no stream yet when the publish was answered': restarts.beforeStream,
  }
  return {
    text: [
      table(['milliseconds', 'p50', 'p99', 'worst', 'limit of p99', 'times'], rows.map(({ what, p50, p99, worst, limit, count }) =>
        [what, figure(p50, 0), figure(p99, 0), figure(worst, 0), limit === undefined ? '' : String(limit), String(count)])),
      table(['counted', 'how many'], Object.entries(counts).map(([what, count]) => [what, String(count)])),
      `${engine}; ${steady.replicas.length} replicas under ${readsPerSecond} requests/s each, whose answers show when the text is there: a delay is known to ${1000 / readsPerSecond} ms.`,
      ...faultsOf([...steady.failed, ...restarts.failed]),
    ].join('\n\n'),
    figures: { engine, readsPerSecond, rows, counts },
    missed: [
      ...rows.filter(({ p99, limit }) => limit !== undefined && !(p99 < limit)).map(({ what, p99, limit }) => `${what}: p99 is ${figure(p99, 0)} ms, and should be below ${limit}.`),
      ...Object.entries(counts).filter(([what, count]) => /fail|not show|after the replica had|after a newer/.test(what) && count > 0).map(([what, count]) => `${what}: ${count}, and should be 0.`),
    ],
  }
}

/**
 * @param {string} what
 * @param {number[]} values
 * @param {number} [limit]
 */
function row(what, values, limit) {
  const at = (/** @type {number} */ share) => values.length === 0 ? Number.NaN : percentile(values, share)
  return { what, p50: at(0.5), p99: at(0.99), worst: at(1), count: values.length, ...(limit === undefined ? {} : { limit }) }
}

/**
 * The slowest replica of each publish.
 *
 * @param {{ delays: import('./delays.mjs').Delay[] }[]} replicas
 * @param {keyof import('./delays.mjs').Delay} field
 */
function lastOfEach(replicas, field) {
  const [first] = replicas
  return (first?.delays ?? []).map((_, publish) => Math.max(...replicas.map(({ delays }) => delays[publish]?.[field] ?? Number.NaN)))
}

/** @param {{ fault: string | null }[]} failed */
function faultsOf(failed) {
  const counts = new Map()
  for (const { fault } of failed)
    counts.set(fault, (counts.get(fault) ?? 0) + 1)
  return counts.size === 0 ? [] : [`Why reads failed: ${[...counts].map(([fault, count]) => `${fault} (${count})`).join(', ')}.`]
}

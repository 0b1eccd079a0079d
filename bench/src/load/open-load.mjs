import { Worker } from 'node:worker_threads'
import { requireLoopback } from './wrk.mjs'

/**
 * Addresses that are asked for in turns, so many times a second, whether or not the answers come.
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {string[]} urls
 * @property {number} perSecond
 * @property {Record<string, string>} [headers]
 * @property {number[]} [mayBe] statuses of 400 and above that are no failure here
 */

/**
 * What became of one request. Times are of `now()`.
 *
 * @typedef {object} LoadAnswer
 * @property {number} target which of the targets
 * @property {string} url
 * @property {number} dueAt when it should have been sent: its latency counts from here
 * @property {number} sentAt
 * @property {number} doneAt
 * @property {number} status 0 when no whole answer came
 * @property {string | null} fault why it counts as failed; null when it is a success
 * @property {string | null} cache the header X-Cache
 * @property {number | null} version the number in its text, by the marker
 */

/**
 * Loads servers of this machine at a steady rate (an open model: a slow server gets no fewer requests), from a thread of its
 * own. At most 200 requests of a target are open at a time; what would come on top is counted as failed.
 *
 * @param {object} load
 * @param {Target[]} load.targets
 * @param {string} [load.marker] a regular expression whose first group is the number of the text's version
 * @param {(answers: LoadAnswer[]) => void} load.onAnswers hears of answers about every 10 ms
 * @returns {{ stop: () => Promise<void> }} `stop` resolves when the last answer has been heard of
 */
export function startOpenLoad({ targets, marker, onAnswers }) {
  targets.flatMap(({ urls }) => urls).forEach(requireLoopback)
  const worker = new Worker(new URL('open-load-worker.mjs', import.meta.url), { workerData: { targets, marker } })
  const ended = new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', resolve)
  })
  // A thread that fails is noticed by whoever stops the load.
  ended.catch(() => undefined)
  worker.on('message', onAnswers)
  return {
    async stop() {
      worker.postMessage('stop')
      await ended
    },
  }
}

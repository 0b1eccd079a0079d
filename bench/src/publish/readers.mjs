import { now } from '../load/clock.mjs'
import { startOpenLoad } from '../load/open-load.mjs'
import { MARKER } from './texts.mjs'

/** How long a text may take to appear before it counts as unseen. */
const PATIENCE_MS = 15_000

/**
 * Readers of several replicas at a steady rate, who notice which version of a text they are shown.
 *
 * @param {object} options
 * @param {string[][]} options.urls for each replica what is read in turns
 * @param {number} options.perSecond on each replica
 */
export function startReaders({ urls, perSecond }) {
  /** @type {import('../load/open-load.mjs').LoadAnswer[]} */
  const answers = []
  const newest = urls.map(() => -1)
  /** @type {{ version: number, resolve: () => void }[]} */
  let waiting = []
  /** @type {{ until: number, resolve: () => void }[]} */
  const clocks = []
  const load = startOpenLoad({
    targets: urls.map((ofReplica, index) => ({ name: `replica ${index + 1}`, urls: ofReplica, perSecond, headers: { 'Accept-Encoding': 'br' } })),
    marker: MARKER,
    onAnswers(some) {
      answers.push(...some)
      for (const { target, version } of some)
        newest[target] = Math.max(newest[target] ?? -1, version ?? -1)
      clocks.filter(({ until }) => (some.at(-1)?.sentAt ?? 0) > until).forEach(({ resolve }) => resolve())
      const everywhere = Math.min(...newest)
      waiting.filter(({ version }) => version <= everywhere).forEach(({ resolve }) => resolve())
      waiting = waiting.filter(({ version }) => version > everywhere)
    },
  })
  return {
    answers,
    stop: load.stop,
    /**
     * Waits until the readers have gone on for a while.
     *
     * @param {number} ms
     */
    async readFor(ms) {
      const until = now() + ms
      /** @type {PromiseWithResolvers<void>} */
      const over = Promise.withResolvers()
      clocks.push({ until, resolve: over.resolve })
      await over.promise
    },
    /**
     * Waits until every replica has shown a version, or a newer one.
     *
     * @param {number} version
     * @returns {Promise<boolean>} false when one did not in 15 seconds
     */
    async seeEverywhere(version) {
      /** @type {PromiseWithResolvers<void>} */
      const seen = Promise.withResolvers()
      waiting.push({ version, resolve: seen.resolve })
      const patience = AbortSignal.timeout(PATIENCE_MS)
      return Promise.race([
        seen.promise.then(() => true),
        new Promise(resolve => patience.addEventListener('abort', () => resolve(false))),
      ])
    },
  }
}

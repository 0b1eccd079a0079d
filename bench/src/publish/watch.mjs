import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../load/clock.mjs'

const EVERY_MS = 10

/**
 * What a replica said of itself at a moment.
 *
 * @typedef {object} Look
 * @property {number} at when the answer had come
 * @property {number} cursor the `seq` of the last change it has dealt with
 * @property {boolean} isConnected whether it follows the CMS's stream
 */

/**
 * Reads one number out of Prometheus' text format.
 *
 * @param {string} text
 * @param {string} name of a metric without labels
 * @throws {Error} when it is not there
 */
export function metric(text, name) {
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]
  if (value === undefined)
    throw new Error(`The metrics do not tell ${name}.`)
  return Number(value)
}

/**
 * Looks at a replica's metrics again and again; only looks that differ from the last are kept.
 *
 * @param {string} siteUrl
 * @returns {{ looks: Look[], stop: () => Promise<void> }}
 */
export function watchReplica(siteUrl) {
  /** @type {Look[]} */
  const looks = []
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      const text = await (await fetch(`${siteUrl}/metrics`)).text()
      const look = { at: now(), cursor: metric(text, 'klartext_change_cursor'), isConnected: metric(text, 'klartext_stream_connected') === 1 }
      const last = looks.at(-1)
      if (last?.cursor !== look.cursor || last.isConnected !== look.isConnected)
        looks.push(look)
      await wait(EVERY_MS)
    }
  })()
  // Whoever stops the watch learns of its end.
  watching.catch(() => undefined)
  return {
    looks,
    async stop() {
      over.abort()
      await watching
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../load/clock.mjs'
import { signIn } from '../stack/admin.mjs'
import { startReaders } from './readers.mjs'
import { publishText } from './texts.mjs'
import { watchReplica } from './watch.mjs'

/** @type {NodeJS.Signals[]} */
const ENDS = ['SIGTERM', 'SIGKILL', 'SIGTERM', 'SIGKILL', 'SIGTERM', 'SIGKILL']
const RETRY_MS = 5

/**
 * One restart, as one replica's readers saw it; milliseconds.
 *
 * @typedef {object} RestartDelay
 * @property {NodeJS.Signals} signal
 * @property {number} away how long the replica was without the stream
 * @property {number} fromStream from the stream's return, or the publish where that came later, to the new text
 */

/**
 * Ends the CMS and starts it again under load, and publishes as soon as it takes the call, mostly before the replicas have the
 * stream again.
 *
 * @param {object} options
 * @param {import('../stack/stack.mjs').Stack} options.stack
 * @param {import('../stack/server.mjs').RunningServer} options.cms
 * @param {{ path: string, id: string }} options.essay
 * @param {number} options.readsPerSecond on each replica
 * @param {number} options.firstVersion a number that no text had before
 */
export async function restartMeasures({ stack, cms: running, essay: { path, id }, readsPerSecond, firstVersion }) {
  const admin = await signIn(stack)
  const watches = stack.siteUrls.map(watchReplica)
  const readers = startReaders({ urls: stack.siteUrls.map(url => [url + path]), perSecond: readsPerSecond })
  /** @type {RestartDelay[]} */
  const delays = []
  let unseen = 0
  let beforeStream = 0
  let cms = running
  let version = firstVersion
  try {
    for (const signal of ENDS) {
      const endedAt = now()
      await cms.stop(signal)
      const starting = stack.startCms()
      starting.catch(() => undefined)
      const published = await publishAsSoonAsPossible(admin, id, () => version++, starting)
      cms = await starting
      if (!await readers.seeEverywhere(published.version))
        unseen++
      await wait(500)
      for (const [replica, { looks }] of watches.entries()) {
        const lost = looks.find(look => look.at > endedAt && !look.isConnected)
        const back = looks.find(look => lost !== undefined && look.at > lost.at && look.isConnected)
        const seen = readers.answers.find(answer => answer.target === replica && (answer.version ?? -1) >= published.version)
        if (lost === undefined || back === undefined || seen === undefined)
          continue
        if (published.answeredAt < back.at)
          beforeStream++
        delays.push({ signal, away: back.at - lost.at, fromStream: seen.doneAt - Math.max(back.at, published.startedAt) })
      }
    }
  }
  finally {
    await readers.stop()
    await Promise.all(watches.map(watch => watch.stop()))
  }
  return { restarts: ENDS.length, delays, unseen, beforeStream, failed: readers.answers.filter(({ fault }) => fault !== null) }
}

/**
 * Publishes a text through a CMS that is starting, again and again until it takes the call.
 *
 * @param {import('../stack/admin.mjs').Admin} admin
 * @param {string} id
 * @param {() => number} nextVersion
 * @param {Promise<unknown>} starting rejects when the CMS does not come up
 */
export async function publishAsSoonAsPossible(admin, id, nextVersion, starting) {
  /** @type {unknown} */
  let fault
  starting.catch((error) => { fault = error })
  for (;;) {
    try {
      return await publishText(admin, id, nextVersion())
    }
    catch {
      // Nobody listens yet: this is what is waited for to pass.
      if (fault !== undefined)
        throw fault
      await wait(RETRY_MS)
    }
  }
}

import type { CdnSettings, Purge } from './purge-call'
import { setTimeout as pause } from 'node:timers/promises'
import { callsFor, PurgeFailed, sendPurge } from './purge-call'

const shortestWaitMs = 500
const longestWaitMs = 60_000

export interface Purger {
  /** Tags that are old now, up to a place in the changes; null where the place is not known. */
  purge: (tags: readonly string[], cursor: string | null) => void
  purgeEverything: (cursor: string | null) => void
  /** How many tags wait, everything counted as one. */
  waiting: () => number
  /** Calls that failed since the start. */
  failures: () => number
  /** Works until the signal aborts; what is not sent by then comes again at the next start. */
  run: (signal: AbortSignal) => Promise<void>
}

export interface PurgerParts {
  cdn: CdnSettings
  /** Keeps the place up to which the network knows everything. */
  saveCursor: (cursor: string) => Promise<void>
  /** Hears of the first failure in a row, and that it is over; and of a place that could not be kept. */
  onNotice: (sentence: string) => void
  /** The first wait after a failure; doubled each time. */
  firstWaitMs?: number
}

/**
 * Tells a content delivery network what is old, after the pages of this process are marked: whatever the network then asks for again is
 * new. Nothing is given up: a call is sent until it is taken, and the place in the changes moves on only after it.
 */
export function createPurger({ cdn, saveCursor, onNotice, firstWaitMs = shortestWaitMs }: PurgerParts): Purger {
  const tags = new Set<string>()
  let everything = false
  let cursor: string | null = null
  let failures = 0
  let wake: () => void = () => {}

  function take(): { calls: Purge[], cursor: string | null } {
    const calls: Purge[] = everything ? ['everything'] : callsFor(cdn, [...tags])
    const taken = { calls, cursor }
    tags.clear()
    everything = false
    cursor = null
    return taken
  }

  async function send(purge: Purge, signal: AbortSignal): Promise<void> {
    for (let wait = firstWaitMs, isFirst = true; ; wait = Math.min(wait * 2, longestWaitMs), isFirst = false) {
      try {
        await sendPurge(cdn, purge)
        if (!isFirst)
          onNotice('The content delivery network takes purges again.')
        return
      }
      catch (error) {
        if (!(error instanceof PurgeFailed))
          throw error
        failures += 1
        if (isFirst)
          onNotice(`A purge waits: ${error.message}. It is sent again until it is taken.`)
        await pause(Math.max(wait, (error.retryAfter ?? 0) * 1000), undefined, { signal, ref: false })
      }
    }
  }

  /** A place that is not kept costs purges that were sent already, at the next start; it ends nothing. */
  async function keepPlace(reached: string): Promise<void> {
    try {
      await saveCursor(reached)
    }
    catch (error) {
      onNotice(`The place up to which the content delivery network knows everything could not be kept: ${String(error)}`)
    }
  }

  async function work(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => wake(), { once: true })
    for (;;) {
      signal.throwIfAborted()
      const { calls, cursor: reached } = take()
      for (const call of calls)
        await send(call, signal)
      if (reached !== null)
        await keepPlace(reached)
      // an end that has come already is not told again
      signal.throwIfAborted()
      if (!everything && tags.size === 0 && cursor === null) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  }

  return {
    purge(old, place) {
      for (const tag of old)
        tags.add(tag)
      cursor = place ?? cursor
      wake()
    },
    purgeEverything(place) {
      everything = true
      cursor = place ?? cursor
      wake()
    },
    waiting: () => tags.size + Number(everything),
    failures: () => failures,
    run: async signal => work(signal).catch((error: unknown) => {
      if (!signal.aborted)
        throw error
    }),
  }
}

import type { Client } from '@klartext/client'
import type { Change } from '@klartext/contract'
import type { Histogram } from '@klartext/metrics'
import { setTimeout as pause } from 'node:timers/promises'

/** What a follower does with the pages that are kept. */
export interface Kept {
  /** The cursor is the place after the change; null where only its number is known. */
  purge: (tags: readonly string[], cursor: string | null) => void
  purgeEverything: (cursor: string | null) => void
  /** The CMS answers again: what failed may be tried. */
  tryAgain: () => void
}

/** Where a follower is, for the metrics and for the next start. */
export interface FollowerState {
  cursor: string | null
  /** The number of the last change that was dealt with; null before any is known. */
  seq: number | null
  isConnected: boolean
  hasFollowed: boolean
}

export interface Follower {
  readonly state: Readonly<FollowerState>
  /** Follows until the signal aborts. */
  run: (signal: AbortSignal) => Promise<void>
}

// While the stream is away the feed is asked: what a proxy keeps from streaming it may still let through as an answer.
const askEveryMs = 10_000

/**
 * Follows the CMS's changes and marks what each of them made old. Where the stream cannot go on from the last cursor, everything
 * counts as changed. While it is away, the feed of changes is asked instead, so that a page is old for ten seconds at most
 * as long as the CMS answers; while the CMS is silent, nothing can be known, and pages stay as they are.
 */
export function createFollower({ changes, cursor, kept, lagSeconds, every = askEveryMs }: {
  changes: Client['changes']
  cursor: string | null
  kept: Kept
  lagSeconds: Histogram
  every?: number
}): Follower {
  const state: FollowerState = { cursor, seq: cursor === null ? null : seqOf(cursor), isConnected: false, hasFollowed: false }

  function take({ tags, at, seq }: Change, cursor: string | null): void {
    kept.purge(tags, cursor)
    lagSeconds.observe(Math.max(0, Date.now() - Date.parse(at)) / 1000)
    state.seq = seq
  }

  async function follow(signal: AbortSignal): Promise<void> {
    const stream = changes.follow({
      ...state.cursor !== null && { after: state.cursor },
      signal,
      onConnected: ({ cursor: position, continued }) => {
        if (!continued)
          kept.purgeEverything(position)
        kept.tryAgain()
        Object.assign(state, { cursor: position, seq: seqOf(position), isConnected: true, hasFollowed: true })
      },
      onDisconnected: () => {
        state.isConnected = false
      },
    })
    for await (const change of stream) {
      take(change, change.cursor)
      state.cursor = change.cursor
    }
  }

  async function ask(signal: AbortSignal): Promise<void> {
    if (state.seq === null) {
      await changes.page({ limit: 1 }, { signal })
      return kept.purgeEverything(null)
    }
    for await (const { items } of changes.all({ after: state.seq }, { signal }))
      items.forEach(item => take(item, null))
  }

  async function askWhileAway(signal: AbortSignal): Promise<void> {
    let wasAway = false
    for (;;) {
      await pause(every, undefined, { signal, ref: false })
      if (wasAway && !state.isConnected)
        await ask(signal).catch(() => signal.throwIfAborted())
      wasAway = !state.isConnected
    }
  }

  return {
    state,
    async run(signal) {
      await Promise.all([follow(signal), askWhileAway(signal)]).catch((error: unknown) => {
        if (!signal.aborted)
          throw error
      })
    },
  }
}

/** A cursor begins with the number of the change it stands behind. */
function seqOf(cursor: string): number | null {
  const digits = /^\d{1,15}/.exec(cursor)?.[0]
  return digits === undefined ? null : Number(digits)
}

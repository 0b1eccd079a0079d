import type { TagCache } from '@klartext/tag-cache'
import type { Purger } from './purger'
import { setTimeout as pause } from 'node:timers/promises'

const lookEveryMs = 500

export interface CatchUp {
  /** A page was given though it is known to be old, with the tags that it bears. */
  note: (key: string, tags: readonly string[]) => void
  /** Works until the signal aborts. */
  run: (signal: AbortSignal) => Promise<void>
}

/**
 * Purges once more what a content delivery network may have fetched too early: it was told that a page is old, asked for it again while
 * drawing took long or failed, and was given the old one. It is told again as soon as the page is drawn.
 */
export function createCatchUp({ cache, purger, every = lookEveryMs }: { cache: Pick<TagCache, 'refresh'>, purger: Pick<Purger, 'purge'>, every?: number }): CatchUp {
  // no more than there are kept pages, since only a kept one can be old
  const late = new Map<string, ReadonlySet<string>>()

  async function look(): Promise<void> {
    for (const [key, tags] of late) {
      if (!await cache.refresh(key) || late.get(key) !== tags)
        continue
      late.delete(key)
      purger.purge([...tags], null)
    }
  }

  async function work(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pause(every, undefined, { signal, ref: false })
      await look()
    }
  }

  return {
    note(key, tags) {
      late.set(key, new Set([...late.get(key) ?? [], ...tags]))
    },
    run: async signal => work(signal).catch((error: unknown) => {
      if (!signal.aborted)
        throw error
    }),
  }
}

import type { TagCache } from '@klartext/tag-cache'
import { setTimeout as pause } from 'node:timers/promises'

// Readers' own renders go beside: more at once would only make them wait.
const mostAtOnce = 2
const mostPages = 200
// Changes come in flocks, and each may mark the same pages again.
const gatherMs = 10

export interface Warmer {
  /** Renders the pages with one of the tags that are read most, or of all pages, before they are asked for. */
  warm: (tags: readonly string[] | null) => void
}

/** Renders what a change made old, the most read first, few at once. */
export function createWarmer(cache: Pick<TagCache, 'hottest' | 'refresh'>, gather: () => Promise<unknown> = async () => pause(gatherMs)): Warmer {
  let tags = new Set<string>()
  let everything = false
  let gathering = false
  let queue: string[] = []
  let running = 0

  async function work(): Promise<void> {
    running += 1
    for (let key = queue.shift(); key !== undefined; key = queue.shift())
      await cache.refresh(key)
    running -= 1
  }

  async function start(): Promise<void> {
    gathering = true
    await gather()
    gathering = false
    const hottest = cache.hottest({ ...!everything && { tags }, limit: mostPages })
    queue = [...new Set([...hottest, ...queue])]
    tags = new Set()
    everything = false
    while (running < Math.min(mostAtOnce, running + queue.length))
      void work()
  }

  return {
    warm(changed) {
      everything ||= changed === null
      for (const tag of changed ?? [])
        tags.add(tag)
      if (!gathering)
        void start()
    },
  }
}

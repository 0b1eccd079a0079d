import type { TagCache } from '@klartext/tag-cache'
import { setTimeout as pause } from 'node:timers/promises'

/** Of one processor's time, a quarter: readers and renders go before. */
const pauseForEach = 3
const lookEveryMs = 1_000

/**
 * Compresses what is kept as well as can be, the pages read most first, until the signal aborts. It takes too long to be done
 * before a page is first sent.
 */
export async function compressInPauses(cache: Pick<TagCache, 'densifyHottest'>, signal: AbortSignal): Promise<void> {
  for (;;) {
    const begun = performance.now()
    const hasWorked = await cache.densifyHottest()
    await pause(hasWorked ? pauseForEach * (performance.now() - begun) : lookEveryMs, undefined, { signal, ref: false })
  }
}

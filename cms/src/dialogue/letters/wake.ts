import { AsyncResource } from 'node:async_hooks'

const sleepers = new Set<() => void>()

/**
 * Calls the sender of letters whenever new ones are committed in this process. It runs as it was handed in, not as whoever committed:
 * Strapi would let it ask the database in the transaction that has just ended.
 */
export function onLetters(wake: () => void): () => void {
  const sleeper = AsyncResource.bind(wake)
  sleepers.add(sleeper)
  return () => sleepers.delete(sleeper)
}

/** Says that the queue may hold letters that can go now. */
export function wakeLetters(): void {
  for (const wake of sleepers)
    wake()
}

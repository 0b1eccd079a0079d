const sleepers = new Set<() => void>()

/** Calls the sender of letters whenever new ones are committed in this process. */
export function onLetters(wake: () => void): () => void {
  sleepers.add(wake)
  return () => sleepers.delete(wake)
}

/** Says that the queue may hold letters that can go now. */
export function wakeLetters(): void {
  for (const wake of sleepers)
    wake()
}

const FIRST_MS = 1_000
const LAST_MS = 30_000
// Part of a wait that chance may add, so that keys that failed together are not tried together.
const JITTER = 0.25
// A flood of keys that fail must not fill the memory; the oldest are forgotten, and tried again when asked for.
const MOST_KEYS = 1_000

/** How long a key that failed is left alone: one second, doubled with each failure in a row, at most thirty. */
export class BackOff {
  readonly #failed = new Map<string, { failures: number, until: number }>()
  readonly #random: () => number

  /** @param random from 0 to below 1, as `Math.random` */
  constructor(random: () => number) {
    this.#random = random
  }

  /** Counts a failure and returns the milliseconds to wait. */
  fail(key: string, now: number): number {
    const failures = (this.#failed.get(key)?.failures ?? 0) + 1
    const wait = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10) * (1 + JITTER * this.#random()))
    this.#failed.delete(key)
    this.#failed.set(key, { failures, until: now + wait })
    const oldest = this.#failed.keys().next().value
    if (this.#failed.size > MOST_KEYS && oldest !== undefined)
      this.#failed.delete(oldest)
    return wait
  }

  /** Milliseconds left to wait; 0 when the key may be tried. */
  waitOf(key: string, now: number): number {
    return Math.max(0, (this.#failed.get(key)?.until ?? 0) - now)
  }

  clear(key: string): void {
    this.#failed.delete(key)
  }

  clearAll(): void {
    this.#failed.clear()
  }
}

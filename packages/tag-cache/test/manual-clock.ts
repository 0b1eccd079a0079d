import type { Clock } from '../src/index.js'

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now = 1_000_000
  readonly #timers = new Set<{ at: number, callback: () => void }>()

  now = (): number => this.#now

  after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, callback }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Moves on and calls back whatever is due by then. */
  advance(milliseconds: number): void {
    this.#now += milliseconds
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.#now)) {
      this.#timers.delete(timer)
      timer.callback()
    }
  }

  get waiting(): number {
    return this.#timers.size
  }
}

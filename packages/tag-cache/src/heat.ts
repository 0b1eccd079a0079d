// Half of what was read ten minutes ago counts: a page of last night is not hot this morning.
const HALF_LIFE_MS = 600_000

/** How much a response is read: reads, where older ones count less and less. */
export class Heat {
  #value: number
  #at: number

  constructor(value: number, at: number) {
    this.#value = value
    this.#at = at
  }

  read(now: number): void {
    this.#value = this.at(now) + 1
    this.#at = now
  }

  at(now: number): number {
    return this.#value * 2 ** (-Math.max(0, now - this.#at) / HALF_LIFE_MS)
  }
}

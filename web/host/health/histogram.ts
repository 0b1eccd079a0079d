/** Counts values in buckets, as Prometheus wants them. */
export class Histogram {
  readonly #bounds: readonly number[]
  readonly #counts: number[]
  #sum = 0
  #count = 0

  /** @param bounds the upper ends of the buckets, growing; the last one, without end, is added */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds
    this.#counts = bounds.map(() => 0)
  }

  observe(value: number): void {
    this.#sum += value
    this.#count += 1
    const bucket = this.#bounds.findIndex(bound => value <= bound)
    if (bucket >= 0)
      this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
  }

  /** The lines of the metric, without its description. */
  lines(name: string): string[] {
    let below = 0
    return [
      ...this.#bounds.map((bound, index) => {
        below += this.#counts[index] ?? 0
        return `${name}_bucket{le="${bound}"} ${below}`
      }),
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${this.#count}`,
    ]
  }
}

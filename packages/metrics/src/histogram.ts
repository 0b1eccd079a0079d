/** How many values were at most each of some bounds, as Prometheus reads it; with a label, for each of its values. */
export class Histogram {
  readonly #bounds: readonly number[]
  readonly #labelName: string | null
  readonly #series = new Map<string, { counts: number[], sum: number, count: number }>()

  /**
   * @param bounds the upper ends of the buckets, growing; the last one, without end, is added
   * @param labelName what stands before each label; null for a histogram without labels, which is shown from the first moment
   */
  constructor(bounds: readonly number[], labelName: string | null = null) {
    this.#bounds = bounds
    this.#labelName = labelName
    if (labelName === null)
      this.#seriesOf('')
  }

  /**
   * @param value in the unit of the bounds
   * @param label one of few, and none of a reader's making
   */
  observe(value: number, label = ''): void {
    const series = this.#seriesOf(label)
    series.sum += value
    series.count += 1
    const bucket = this.#bounds.findIndex(bound => value <= bound)
    if (bucket >= 0)
      series.counts[bucket] = (series.counts[bucket] ?? 0) + 1
  }

  /** The lines of the metric, without its description. */
  lines(name: string): string[] {
    return [...this.#series].flatMap(([label, { counts, sum, count }]) => {
      let below = 0
      const own = this.#labelName === null ? [] : [`${this.#labelName}="${label}"`]
      const labelled = own.length > 0 ? `{${own.join()}}` : ''
      return [
        ...this.#bounds.map((bound, index) => {
          below += counts[index] ?? 0
          return `${name}_bucket{${[...own, `le="${bound}"`].join()}} ${below}`
        }),
        `${name}_bucket{${[...own, 'le="+Inf"'].join()}} ${count}`,
        `${name}_sum${labelled} ${sum}`,
        `${name}_count${labelled} ${count}`,
      ]
    })
  }

  #seriesOf(label: string) {
    const known = this.#series.get(label)
    if (known)
      return known
    const series = { counts: this.#bounds.map(() => 0), sum: 0, count: 0 }
    this.#series.set(label, series)
    return series
  }
}

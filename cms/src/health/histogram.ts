/** How many values fell below each of some bounds, as Prometheus reads it. */
export interface Histogram {
  observe: (value: number, label: string) => void
  lines: (name: string) => string[]
}

/**
 * Counts values by one label.
 * @param labelName what stands before each label; the labels themselves must be few, and none of a reader's making
 * @param bounds the upper ends of the buckets, growing; the last one, without end, is added
 */
export function createHistogram(labelName: string, bounds: readonly number[]): Histogram {
  const series = new Map<string, { counts: number[], sum: number, count: number }>()
  return {
    observe(value, label) {
      const one = series.get(label) ?? { counts: bounds.map(() => 0), sum: 0, count: 0 }
      series.set(label, one)
      one.sum += value
      one.count += 1
      const at = bounds.findIndex(bound => value <= bound)
      if (at >= 0)
        one.counts[at] = (one.counts[at] ?? 0) + 1
    },
    lines: name => [...series].flatMap(([label, { counts, sum, count }]) => {
      let below = 0
      const own = `${labelName}="${label}"`
      return [
        ...bounds.map((bound, index) => {
          below += counts[index] ?? 0
          return `${name}_bucket{${own},le="${bound}"} ${below}`
        }),
        `${name}_bucket{${own},le="+Inf"} ${count}`,
        `${name}_sum{${own}} ${sum}`,
        `${name}_count{${own}} ${count}`,
      ]
    }),
  }
}

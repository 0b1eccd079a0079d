import type { OpennessMonth } from '@klartext/contract'
import type { MonthCounts } from './month-counts'
import { opennessRules } from '@klartext/contract'

type Figures = Omit<OpennessMonth, 'month'>

/** A month's counts as the public account words them. */
export const figuresOf = ({ asked, minutes, ...counts }: MonthCounts): Figures => ({
  ...counts,
  questions: { asked, answered: minutes.length, medianMinutesToAnswer: median(minutes) },
})

/** Months together; the median is one of all their answers, not one of the months' medians. */
export function sumOf(months: readonly MonthCounts[]): MonthCounts {
  const sum = (of: (month: MonthCounts) => number): number => months.reduce((total, month) => total + of(month), 0)
  const byRule = (of: (month: MonthCounts) => MonthCounts['declined']): MonthCounts['declined'] =>
    Object.fromEntries(opennessRules.map(rule => [rule, sum(month => of(month)[rule] ?? 0)]).filter(([, total]) => total !== 0))
  return {
    received: sum(month => month.received),
    approved: sum(month => month.approved),
    declined: byRule(month => month.declined),
    hidden: byRule(month => month.hidden),
    spam: sum(month => month.spam),
    withdrawn: sum(month => month.withdrawn),
    reports: {
      received: sum(month => month.reports.received),
      upheld: sum(month => month.reports.upheld),
      rejected: sum(month => month.reports.rejected),
    },
    asked: sum(month => month.asked),
    minutes: months.flatMap(month => month.minutes).sort((a, b) => a - b),
  }
}

/**
 * The median: the value in the middle, or halfway between the two that are.
 * @param sorted smallest first
 * @returns null of nothing
 */
export function median(sorted: readonly number[]): number | null {
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}

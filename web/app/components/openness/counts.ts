import type { Openness } from '@klartext/contract'

type ByRule = Openness['total']['declined']

/** All of what was counted by rule. */
export function sumOf(byRule: ByRule): number {
  return Object.values(byRule).reduce((sum, count) => sum + count, 0)
}

export interface RuleRow {
  rule: keyof ByRule
  declined: number
  hidden: number
}

/** The rules that were used, the most used first. */
export function ruleRows({ declined, hidden }: Openness['total']): RuleRow[] {
  const rules = new Set([...Object.keys(declined), ...Object.keys(hidden)] as (keyof ByRule)[])
  return [...rules]
    .map(rule => ({ rule, declined: declined[rule] ?? 0, hidden: hidden[rule] ?? 0 }))
    .sort((a, b) => b.declined + b.hidden - a.declined - a.hidden)
}

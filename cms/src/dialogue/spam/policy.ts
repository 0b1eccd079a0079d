import type { Evidence, Finding, Lookups, Rule } from './rule'
import { classifier } from './rules/classifier'
import { duplicate } from './rules/duplicate'
import { honeypot } from './rules/honeypot'
import { linkDensity } from './rules/link-density'
import { mixedScripts } from './rules/mixed-scripts'
import { rateArticle, rateSender, rateSite } from './rules/rates'
import { tokenAge } from './rules/token-age'

/** The defence against spam, whole: each rule looks at every comment in this order, until one refuses it. */
export const policy: readonly Rule[] = [
  honeypot,
  tokenAge,
  rateSender,
  rateArticle,
  rateSite,
  duplicate,
  linkDensity,
  mixedScripts,
  classifier,
]

/** What the rules find in a comment, in the order of the policy; nothing comes after a finding that refuses it. */
export async function findingsOn(evidence: Evidence, lookups: Lookups, rules: readonly Rule[] = policy): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const rule of rules) {
    const finding = await rule.look(evidence, lookups)
    if (finding)
      findings.push(finding)
    if (finding?.weight === 'refuse')
      break
  }
  return findings
}

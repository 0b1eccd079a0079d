import type { CommentRule } from '@klartext/contract'

/** What the rules are called, in the words of the site's comment rules. */
export const ruleWords: Record<CommentRule, string> = {
  'threat': 'Hot',
  'hate': 'Hets mot grupp',
  'personal-attack': 'Personangrepp',
  'privacy': 'Någons privatliv',
  'illegal': 'Annat olagligt',
  'copyright': 'Andras verk',
  'advertising': 'Reklam',
  'off-topic': 'Annat än ämnet',
}

/** Is it one of the fixed rules? Comments hidden long ago may carry a reason in free text. */
export function isRule(value: string): value is CommentRule {
  return Object.hasOwn(ruleWords, value)
}

export const ruleInWords = (rule: string): string => isRule(rule) ? ruleWords[rule] : rule

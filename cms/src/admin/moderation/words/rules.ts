import type { CommentRule } from '@klartext/contract'

/** What the rules are called, in the words of the site's comment rules. */
export const ruleWords: Record<CommentRule, string> = {
  'threat': 'Hot',
  'hate': 'Hets mot folkgrupp',
  'personal-attack': 'Personangrepp',
  'privacy': 'Uppgifter om någons privatliv',
  'illegal': 'Annat som är uppenbart olagligt',
  'copyright': 'Intrång i någons upphovsrätt',
  'advertising': 'Reklam',
  'off-topic': 'Handlar inte om texten',
}

/** Is it one of the fixed rules? Comments hidden long ago may carry a reason in free text. */
export function isRule(value: string): value is CommentRule {
  return Object.hasOwn(ruleWords, value)
}

export const ruleInWords = (rule: string): string => isRule(rule) ? ruleWords[rule] : rule

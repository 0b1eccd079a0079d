import type { CommentRule } from '@klartext/contract'

/** What a rule is called in a letter: "it breaks the rule about …". */
const words: Record<CommentRule, { sv: string, en: string }> = {
  'threat': { sv: 'hot', en: 'threats' },
  'hate': { sv: 'hets mot en grupp av människor', en: 'hatred against a group of people' },
  'personal-attack': { sv: 'personangrepp', en: 'personal attacks' },
  'privacy': { sv: 'uppgifter om någon annans privatliv', en: 'details of somebody else’s private life' },
  'illegal': { sv: 'innehåll som är olagligt', en: 'content that is against the law' },
  'copyright': { sv: 'intrång i någons upphovsrätt', en: 'infringement of somebody’s copyright' },
  'advertising': { sv: 'reklam och skräppost', en: 'advertising and spam' },
  'off-topic': { sv: 'sådant som inte handlar om texten', en: 'what is not about the text' },
}

const isRule = (rule: string): rule is CommentRule => Object.hasOwn(words, rule)

/** A rule in the words of a letter; one that a moderator wrote freely stays as it is. */
export const ruleWords = (rule: string, language: 'sv' | 'en'): string => isRule(rule) ? words[rule][language] : rule

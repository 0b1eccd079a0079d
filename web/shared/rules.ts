import type { CommentRule } from '@klartext/contract'
import type { Language } from './languages'
import { pagePath } from './paths'

/** The fragments of the headings of the comment rules page (`content/`), one a rule. */
export const ruleAnchors: Record<CommentRule, Record<Language, string>> = {
  'threat': { sv: 'hot', en: 'threats' },
  'hate': { sv: 'hets-mot-grupp', en: 'hatred-against-a-group' },
  'personal-attack': { sv: 'personangrepp', en: 'personal-attacks' },
  'privacy': { sv: 'någons-privatliv', en: 'somebodys-private-life' },
  'illegal': { sv: 'annat-olagligt', en: 'other-unlawful-content' },
  'copyright': { sv: 'andras-verk', en: 'the-work-of-others' },
  'advertising': { sv: 'reklam', en: 'advertising' },
  'off-topic': { sv: 'annat-än-ämnet', en: 'off-topic' },
}

/** Where a rule is explained; the rules as a whole for one that is none of ours. */
export function rulePath(rule: string, language: Language): string {
  const found = Object.entries(ruleAnchors).find(([name]) => name === rule)
  return pagePath('commentRules', language) + (found ? `#${found[1][language]}` : '')
}

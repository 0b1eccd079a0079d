import type { Language } from './languages'

/** What a page says after something was sent in: in its address, so that reloading it sends nothing again. */
const words = {
  received: { sv: 'mottagen', en: 'received' },
  published: { sv: 'publicerad', en: 'published' },
  edited: { sv: 'andrad', en: 'edited' },
  withdrawn: { sv: 'tillbakatagen', en: 'withdrawn' },
  erased: { sv: 'raderad', en: 'erased' },
  letter: { sv: 'brev', en: 'letter' },
} as const satisfies Record<string, Record<Language, string>>

const keys: Record<Language, string> = { sv: 'kommentar', en: 'comment' }

export type Receipt = keyof typeof words

/** The fragment id of the message, which is what gets focus. */
export function receiptAnchor(language: Language): string {
  return language === 'sv' ? 'kvitto' : 'receipt'
}

/** The query that makes a page say it. */
export function receiptQuery(receipt: Receipt, language: Language): Record<string, string> {
  return { [keys[language]]: words[receipt][language] }
}

/**
 * What a page is asked to say.
 * @param query of its address
 * @param language in whose words
 * @param known what this page can say
 */
export function receiptIn<Known extends Receipt>(query: Record<string, unknown>, language: Language, known: readonly Known[]): Known | null {
  return known.find(receipt => words[receipt][language] === query[keys[language]]) ?? null
}

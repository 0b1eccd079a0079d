import type { Language } from '../languages'
import type { Messages } from './catalogue'
import { en } from './en'
import { sv } from './sv'

export type { Messages } from './catalogue'

const catalogues: Record<Language, Messages> = { sv, en }

/** The texts of the interface in one language. */
export function messagesIn(language: Language): Messages {
  return catalogues[language]
}

import type { DocumentType } from '../subjects'
import { adminViews } from '../../admin-texts'

/** A field as the admin names it. */
export function labelOf(uid: string, field: string): string {
  return adminViews.find(view => view.uid === uid)?.fields[field]?.label ?? field
}

/** The parts of a body as the admin names them. */
export const partNames = {
  'body.text': 'Text',
  'body.quote': 'Citat',
  'body.figure': 'Bild',
  'body.infographic': 'Infografik',
  'body.fact-box': 'Faktaruta',
} as const

/** A type of document in Swedish: at the start of a sentence, inside one, as a pronoun, and the word that agrees with it. */
export const nouns: Record<DocumentType, { definite: string, inside: string, pronoun: string, published: string, other: string }> = {
  article: { definite: 'Artikeln', inside: 'artikeln', pronoun: 'den', published: 'publicerad', other: 'en annan artikel' },
  person: { definite: 'Personen', inside: 'personen', pronoun: 'personen', published: 'publicerad', other: 'en annan person' },
  organisation: { definite: 'Organisationen', inside: 'organisationen', pronoun: 'den', published: 'publicerad', other: 'en annan organisation' },
  topic: { definite: 'Ämnet', inside: 'ämnet', pronoun: 'det', published: 'publicerat', other: 'ett annat ämne' },
}

/** A name or a title in Swedish quotation marks; what has none yet is called so. */
export const quoted = (name: string | null): string => name?.trim() ? `”${name.trim()}”` : '(utan namn)'

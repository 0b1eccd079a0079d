import type { Article } from '@klartext/contract'
import type { H3Event } from 'h3'
import type { FormArticle } from '../../shared/form-data'
import type { Language } from '../../shared/languages'
import type { FormAnswer } from './form-answer'
import type { SentForm } from './read-form'

/** A request for a page with a form: to see it, or with what was filled in. */
export interface AskedForm {
  event: H3Event
  language: Language
  parameters: Partial<Record<string, string>>
  query: Record<string, unknown>
  /** Null when the page is only to be seen. */
  form: SentForm | null
}

export type AnswerForm = (asked: AskedForm) => Promise<FormAnswer>

/** What a form needs to know of its article. */
export function formArticle({ title, slug, language, translations, publisher }: Article): FormArticle {
  return { title, slug, language, translations, publisher }
}

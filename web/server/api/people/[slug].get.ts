import type { PersonData } from '../../../shared/page-data'
import { maxLimit } from '@klartext/contract'
import { defineAnswer } from '../../answer'
import { inBestLanguage } from '../../cms/best-language'
import { cms } from '../../cms/client'
import { languageQuery, slugParam } from '../../page-queries'

/** `/api/people/{slug}?language=`: a person, with the latest texts about them and by them. */
export default defineAnswer(languageQuery, async ({ language }, event): Promise<PersonData> => {
  const person = await cms().people.bySlug(slugParam(event), { language })
  const { items } = await cms().articles.list({ person: person.slug, limit: maxLimit })
  const articles = inBestLanguage(items, language)
  return {
    person,
    about: articles.filter(({ subjects }) => subjects.some(({ id }) => id === person.id)),
    by: articles.filter(({ authors }) => authors.some(({ id }) => id === person.id)),
  }
})

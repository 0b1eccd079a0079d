import type { ArticleSummary, Organisation, OrganisationReference, PersonReference } from '@klartext/contract'
import type { Language } from '../../../shared/languages'
import type { OrganisationData } from '../../../shared/page-data'
import { maxLimit } from '@klartext/contract'
import { defineAnswer } from '../../answer'
import { inBestLanguage } from '../../cms/best-language'
import { cms } from '../../cms/client'
import { languageQuery, slugParam } from '../../page-queries'

/** A chain of parents longer than this is a mistake in the CMS, and must not hold a page up. */
const maxAncestors = 8

/** `/api/organisations/{slug}?language=`: an organisation, where it belongs, its parts, people and texts. */
export default defineAnswer(languageQuery, async ({ language }, event): Promise<OrganisationData> => {
  const organisation = await cms().organisations.bySlug(slugParam(event), { language })
  const [ancestors, parts, { items }] = await Promise.all([
    ancestorsOf(organisation, language),
    partsOf(organisation, language),
    cms().articles.list({ organisation: organisation.slug, limit: maxLimit }),
  ])
  const articles = inBestLanguage(items, language)
  return { organisation, ancestors, parts, people: peopleOf(organisation, articles), articles }
})

async function ancestorsOf(organisation: Organisation, language: Language): Promise<OrganisationReference[]> {
  const chain: OrganisationReference[] = []
  let parent = organisation.parent
  while (parent && chain.length < maxAncestors && !chain.some(({ id }) => id === parent?.id)) {
    chain.push(parent)
    parent = (await cms().organisations.bySlug(parent.slug, { language })).parent
  }
  return chain
}

async function partsOf(organisation: Organisation, language: Language): Promise<Organisation[]> {
  const { items } = await cms().organisations.list({ language, limit: maxLimit })
  return items.filter(({ parent }) => parent?.id === organisation.id)
}

/** Those whom the organisation's texts are about or by, and who work there. */
function peopleOf(organisation: Organisation, articles: readonly ArticleSummary[]): PersonReference[] {
  const people = new Map<string, PersonReference>()
  for (const person of articles.flatMap(({ subjects, authors }) => [...subjects, ...authors])) {
    if (person.organisation?.id === organisation.id)
      people.set(person.id, people.get(person.id) ?? person)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}

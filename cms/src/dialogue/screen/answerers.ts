import type { Knex } from 'knex'
import type { ReferenceTarget } from '../../publication/snapshot/references'
import { readProjectedRows } from '../../publication/read-model/projected-rows'
import { readPublicSnapshots } from '../../publication/read-model/public-snapshots'
import { namedBy } from '../../publication/read-model/references'
import { readStates } from '../../publication/read-model/states'

/** Somebody of the site in whose name a comment may be answered. */
export interface Answerer {
  id: string
  name: string
  role: string | null
  organisation: string | null
}

const offered = 50

/**
 * Who may answer under an article, the likeliest first: its authors, those it portrays, and the people of the organisations that publish
 * it or that it is about.
 * @returns nobody for an article that is not public
 */
export async function answerersFor(knex: Knex, articleId: string): Promise<Answerer[]> {
  const state = (await readStates(knex, 'article', articleId)).findLast(row => row.state === 'published')
  const [row] = state ? await readProjectedRows(knex, [state]) : []
  if (row?.content.type !== 'article')
    return []
  const { authors, subjects, publisher, organisations } = row.content
  const ids = [...authors, ...subjects].map(person => person.id)
  for (const organisation of [...publisher ? [publisher] : [], ...organisations])
    ids.push(...(await namedBy(knex, { type: 'organisation', id: organisation.id })).flatMap(key => key.type === 'person' && key.language === 'sv' ? [key.id] : []))
  const chosen = [...new Set(ids)].slice(0, offered)
  const people = new Map((await readPublicSnapshots(knex, chosen.map((id): ReferenceTarget => ({ type: 'person', id })), 'sv')).map(person => [person.id, person]))
  const employers = await readEmployers(knex, [...people.values()].flatMap(person => person.type === 'person' && person.organisation ? [person.organisation.id] : []))
  return chosen.flatMap((id): Answerer[] => {
    const person = people.get(id)
    return person?.type === 'person' ? [{ id, name: person.name, role: person.role, organisation: employers.get(person.organisation?.id ?? '') ?? null }] : []
  })
}

/** The names of organisations as they are now. */
async function readEmployers(knex: Knex, ids: readonly string[]): Promise<Map<string, string>> {
  const organisations = await readPublicSnapshots(knex, [...new Set(ids)].map(id => ({ type: 'organisation', id })), 'sv')
  return new Map(organisations.flatMap(organisation => organisation.type === 'organisation' ? [[organisation.id, organisation.name]] : []))
}

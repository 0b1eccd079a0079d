import type { Knex } from 'knex'
import { readPublicSnapshots } from '../../publication/read-model/public-snapshots'

/** The names of public people, by documentId. */
export async function readPersonNames(knex: Knex, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await readPublicSnapshots(knex, [...new Set(ids)].map(id => ({ type: 'person', id })), 'sv')
  return new Map(people.flatMap(person => person.type === 'person' ? [[person.id, person.name]] : []))
}

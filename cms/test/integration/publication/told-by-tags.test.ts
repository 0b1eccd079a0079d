import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import type { RandomWorld, Step } from './random-world'
import { createClient } from '@klartext/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from './newsroom'
import { createRandomWorld } from './random-world'

/*
 * Whoever keeps answers of the public API trusts their tags: an answer that changed, and whose tags no change of the log named, stays
 * old with every reader until something else happens.
 */
let cms: FreshCms
let room: Newsroom
let world: RandomWorld

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  world = await createRandomWorld(cms, room)
  const { organisation, person, topic, article } = world.ids
  for (const [type, ids] of Object.entries({ organisation, person, topic }))
    await Promise.all(ids.map(async id => room.publish(type as 'organisation' | 'person' | 'topic', id)))
  for (const [index, id] of article.entries()) {
    const named = { authors: [person[index]], organisations: [organisation[index]], publisher: organisation[0], topics: [topic[index % 2]] }
    await room.update('article', id, named, { locale: 'sv' })
    await room.publish('article', id, { locale: 'en' })
  }
})
afterAll(async () => cms?.dispose())

interface Kept { body: string, tags: string[] }

/** Lists in every narrowing, and documents, under the last few slugs of each type. */
async function addresses(): Promise<string[]> {
  const rows = await room.sql<{ subject_type: string, slug: string }>('select subject_type, slug from publication_log where slug is not null group by subject_type, slug order by max(seq)')
  const slugs = (type: string) => rows.filter(row => row.subject_type === type).map(row => row.slug).slice(-4)
  const filters = (type: string) => [[], ...slugs(type).map(slug => [`${type}=${slug}`])]
  const lists = [['language=sv'], ['kind=essay']].flatMap(first => filters('person').flatMap(person => filters('organisation').flatMap(organisation => filters('topic').map(topic => [...first, ...person, ...organisation, ...topic].join('&')))))
  const documents = slugs('article').flatMap(slug => ['sv', 'en'].flatMap(language => [`articles/${slug}?language=${language}`, `articles/${slug}/comments?language=${language}`]))
  return [...lists.map(query => `articles?${query}`), 'articles', 'people', 'organisations', 'topics', ...documents, ...slugs('person').map(slug => `people/${slug}`)]
}

async function ask(address: string): Promise<Kept> {
  const answer = await fetch(`${cms.url}/api/v1/${address}`, { redirect: 'manual' })
  return { body: `${answer.status} ${await answer.text()}`, tags: answer.headers.get('cache-tag')?.split(',') ?? [] }
}

async function tagsOfChanges(after: number): Promise<Set<string>> {
  const tags = new Set<string>()
  for await (const { items } of createClient({ baseUrl: cms.url }).changes.all({ after }))
    items.forEach(item => item.tags.forEach(tag => tags.add(tag)))
  return tags
}

/** Does something, and counts the answers that were kept before: how many there are, how many it changed, and how many its tags mark. */
async function tell(kept: Map<string, Kept>, [what, run]: Step): Promise<{ asked: number, changed: number, marked: number }> {
  for (const address of await addresses())
    kept.set(address, kept.get(address) ?? await ask(address))
  const before = await room.lastSeq()
  await run()
  const tags = await tagsOfChanges(before)
  const told = { asked: 0, changed: 0, marked: 0 }
  for (const [address, { body, tags: carried }] of kept) {
    const isMarked = carried.some(tag => tags.has(tag))
    const now = await ask(address)
    // who keeps an answer that was not named keeps its tags too
    if (isMarked)
      kept.set(address, now)
    told.asked += 1
    told.marked += isMarked ? 1 : 0
    told.changed += now.body === body ? 0 : 1
    expect(now.body !== body && !isMarked ? `${what} changed ${address}, tagged ${carried}; told: ${[...tags]}` : '').toBe('')
  }
  return told
}

it('most answers stay when a text is corrected and when a comment is approved', async () => {
  const [article = ''] = world.ids.article
  const [comment = ''] = world.ids.comment
  const correction = await tell(new Map(), ['correction', async () => room.update('article', article, { title: 'Rättad', changeKind: 'correction' }, { locale: 'sv' })])
  const approval = await tell(new Map(), ['approval', async () => room.save('comment', comment, { moderationStatus: 'approved' })])
  for (const { asked, changed, marked } of [correction, approval]) {
    expect(changed).toBeGreaterThan(0)
    expect(marked / asked).toBeLessThan(0.5)
  }
})

it('whatever happens, every answer that it changes carries a tag that the log names', async () => {
  let changed = 0
  const step = (): fc.Arbitrary<Step> => fc.constant(null).chain(() => world.step())
  await fc.assert(fc.asyncProperty(fc.array(step(), { minLength: 12, maxLength: 20 }), async (history) => {
    const kept = new Map<string, Kept>()
    for (const [what, run] of history)
      changed += (await tell(kept, [what, async () => run().catch((error: unknown) => expect(error).toMatchObject({ remoteName: 'ValidationError' }))])).changed
  }), { numRuns: 6, endOnFailure: true })
  expect(changed).toBeGreaterThan(200)
}, 300_000)

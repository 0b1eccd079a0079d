import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

/*
 * Every combination of filters is asked of a real site and held to the articles themselves: most combinations are lists of their own
 * in the read model, and one that publishing forgot would be empty or keep what has left it.
 */
const languages = ['sv', 'en'] as const
const kinds = ['essay', 'profile'] as const

interface Named { id: string, slug: string }
interface Written { id: string, kind: string, languages: string[], people: Named[], organisations: Named[], publisher: Named | null, topics: Named[] }

let cms: FreshCms
let room: Newsroom
let people: Named[]
let organisations: Named[]
let topics: Named[]
const articles: Written[] = []

const ids = (named: readonly Named[]): string[] => named.map(({ id }) => id)
/** Some of them, another choice for each number. */
const some = (named: readonly Named[], number: number): Named[] => named.filter((_, index) => (number >> index) % 2 === 1)

function dataOf({ kind, people: [author, ...subjects], organisations: named, publisher, topics: about }: Omit<Written, 'id' | 'languages'>) {
  return { kind, authors: author ? [author.id] : [], subjects: ids(subjects), organisations: ids(named), publisher: publisher?.id ?? null, topics: ids(about) }
}

const relationsOf = (number: number): Omit<Written, 'id' | 'languages'> => ({
  kind: kinds[number % 2] ?? 'essay',
  people: some(people, number % 5),
  organisations: some(organisations, number % 7),
  publisher: number % 3 === 0 ? null : organisations[number % 2] ?? null,
  topics: some(topics, (number * 5) % 8),
})

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  const create = async (type: 'person' | 'organisation' | 'topic', names: readonly string[], data: object = {}): Promise<Named[]> => {
    const made: Named[] = []
    for (const name of names)
      made.push({ id: await room.create(type, { name, ...data }), slug: name.toLowerCase() })
    return made
  }
  people = await create('person', ['Karin', 'Elin', 'Maja'])
  organisations = await create('organisation', ['Norrby', 'Sjovik', 'Lillby'], { kind: 'unit' })
  topics = await create('topic', ['Vatten', 'Skola', 'Trafik'])
  for (let number = 0; number < 14; number++) {
    const relations = relationsOf(number)
    const id = await room.create('article', { title: `Artikel ${number}`, body: body(), ...dataOf(relations) })
    if (number % 4 === 0)
      await room.update('article', id, { title: `Article ${number}`, body: body(), ...dataOf(relations) }, { locale: 'en' })
    articles.push({ id, languages: number % 4 === 0 ? ['sv', 'en'] : ['sv'], ...relations })
  }
})
afterAll(async () => cms?.dispose())

const answerSchema = v.object({ total: v.number(), items: v.array(v.object({ id: v.string(), language: v.string() })) })

interface Asked { language?: string, kind?: string, person?: string, organisation?: string, topic?: string }

function combinations(): Asked[] {
  const or = <T>(values: readonly T[]): (T | undefined)[] => [undefined, ...values]
  const slugs = (named: readonly Named[]) => or(named.map(({ slug }) => slug))
  return or(languages).flatMap(language => or(kinds).flatMap(kind => slugs(people).flatMap(person =>
    slugs(organisations).flatMap(organisation => slugs(topics).map(topic => ({ language, kind, person, organisation, topic }))))))
}

/** What a list should hold, from the articles themselves. */
function expected({ language, kind, person, organisation, topic }: Asked): string[] {
  const names = (named: readonly Named[], slug: string | undefined): boolean => slug === undefined || named.some(each => each.slug === slug)
  return articles
    .filter(article => (kind ?? article.kind) === article.kind && names(article.people, person) && names(article.topics, topic)
      && names([...article.organisations, ...article.publisher ? [article.publisher] : []], organisation))
    .flatMap(article => article.languages.filter(each => (language ?? each) === each).map(each => `${article.id} ${each}`))
    .sort()
}

async function expectEveryCombination(): Promise<void> {
  const wrong: unknown[] = []
  let answered = 0
  for (const asked of combinations()) {
    const query = new URLSearchParams({ limit: '100' })
    for (const [name, value] of Object.entries(asked)) {
      if (value !== undefined)
        query.set(name, value)
    }
    const { total, items } = v.parse(answerSchema, await (await fetch(`${cms.url}/api/v1/articles?${query}`)).json())
    const found = items.map(({ id, language }) => `${id} ${language}`).sort()
    answered += found.length
    if (total !== found.length || found.join() !== expected(asked).join())
      wrong.push({ query: String(query), total, found, expected: expected(asked) })
  }
  expect(wrong).toEqual([])
  expect(answered).toBeGreaterThan(100)
}

it('answers every combination of filters', async () => expectEveryCombination())

it('follows articles that change what they name', async () => {
  for (const [number, article] of articles.entries()) {
    if (number % 3 === 0)
      continue
    const relations = relationsOf(number + 3)
    for (const language of article.languages)
      await room.update('article', article.id, dataOf(relations), { locale: language })
    articles[number] = { ...article, ...relations }
  }
  await expectEveryCombination()
})

it('follows articles that go away', async () => {
  for (const article of articles.splice(0, 4)) {
    for (const language of article.languages)
      await room.unpublish('article', article.id, { locale: language })
  }
  await expectEveryCombination()
})

it('keeps totals and lists that a rebuild makes the same', async () => {
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})

it('carries the tags of whom it is narrowed to, and where a slug is an old one, of who may take it', async () => {
  const tags = async (query: string) => (await fetch(`${cms.url}/api/v1/articles?${query}`)).headers.get('cache-tag')
  const [karin, sjovik, vatten] = [people[0]?.id, organisations[1]?.id, topics[0]?.id]
  expect(await tags('kind=essay&language=sv')).toBe('list:articles')
  expect(await tags('person=nobody')).toBe('list:articles')
  expect(await tags('topic=vatten&kind=essay')).toBe(`list:articles:topic:${vatten},list:articles:narrowed,topic:${vatten}`)
  expect(await tags('organisation=sjovik&topic=vatten&person=karin')).toBe(`list:articles:person:${karin},list:articles:narrowed,person:${karin},topic:${vatten},organisation:${sjovik}`)
  await room.update('person', karin ?? '', { slug: 'karin-ny' })
  expect(await tags('person=karin')).toBe(`list:articles:person:${karin},list:articles:narrowed,person:${karin},list:people`)
})

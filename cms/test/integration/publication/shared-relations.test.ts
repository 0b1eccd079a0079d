import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
let room: Newsroom
let elin: string
let maja: string
let municipality: string
let topic: string
let article: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  municipality = await room.create('organisation', { name: 'Sjövik kommun', kind: 'municipality' })
  elin = await room.create('person', { name: 'Elin Borg' })
  maja = await room.create('person', { name: 'Maja Lindqvist' })
  topic = await room.create('topic', { name: 'Vatten' })
})
beforeEach(async () => {
  article = await room.create('article', { title: 'Ett rör', kind: 'essay', body: body(), authors: [elin, maja], publisher: municipality, topics: [topic] })
})
afterAll(async () => cms?.dispose())

const named = async (language: string) => {
  const { authors, publisher, topics } = await room.shown('article', article, language)
  return { authors: authors.map(({ name }) => name), publisher: publisher?.name ?? null, topics: topics.map(({ slug }) => slug) }
}
const inSwedish = { authors: ['Elin Borg', 'Maja Lindqvist'], publisher: 'Sjövik kommun', topics: ['vatten'] }

describe('a new language of an article', () => {
  it.each([
    ['nothing about them', {}],
    ['the empty lists of the admin\'s form', { authors: { connect: [], disconnect: [] }, publisher: { connect: [], disconnect: [] }, topics: [], subjects: null }],
  ])('begins with the names of the first when it is sent %s', async (_, relations) => {
    await room.update('article', article, { title: 'A pipe', body: body('A text.'), ...relations }, { locale: 'en' })
    expect(await named('en')).toEqual(inSwedish)
  })

  it('has its own where it is sent them, and gives them to the first', async () => {
    await room.update('article', article, { title: 'A pipe', body: body('A text.'), authors: [maja] }, { locale: 'en' })
    expect(await named('en')).toEqual({ ...inSwedish, authors: ['Maja Lindqvist'] })
    expect(await named('sv')).toEqual(inSwedish)
    await room.publish('article', article, { locale: 'sv' })
    expect(await named('sv')).toEqual({ ...inSwedish, authors: ['Maja Lindqvist'] })
  })
})

describe('a change in one language', () => {
  it('is a change in all, in its order, seen when each is published', async () => {
    await room.update('article', article, { title: 'A pipe', body: body('A text.') }, { locale: 'en' })
    await room.save('article', article, { authors: { set: [{ documentId: maja }, { documentId: elin }] }, publisher: null }, { locale: 'sv' })
    expect(await named('en')).toEqual(inSwedish)
    await room.publish('article', article, { locale: '*' })
    for (const language of ['sv', 'en'])
      expect(await named(language)).toEqual({ authors: ['Maja Lindqvist', 'Elin Borg'], publisher: null, topics: ['vatten'] })
  })

  it('of its words alone leaves the other draft as it was', async () => {
    await room.update('article', article, { title: 'A pipe', body: body('A text.') }, { locale: 'en' })
    const drafts = () => room.sql('select locale, updated_at from articles where document_id = ? and published_at is null and locale = \'en\'', [article])
    const before = await drafts()
    await room.save('article', article, { title: 'Ett annat rör' }, { locale: 'sv' })
    expect(await drafts()).toEqual(before)
  })
})

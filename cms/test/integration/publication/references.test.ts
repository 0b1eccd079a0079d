import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, text } from './newsroom'

let cms: FreshCms
let room: Newsroom
let municipality: string
let unit: string
let author: string
let subject: string
let topic: string
let article: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  municipality = await room.create('organisation', { name: 'Sjövik kommun', kind: 'municipality', website: 'https://sjovik.example', description: text('En kommun.'), translations: [{ language: 'en', description: text('A municipality.') }] })
  unit = await room.create('organisation', { name: 'Vatten och avlopp', kind: 'unit', parent: municipality })
  author = await room.create('person', { name: 'Elin Borg', role: 'kommunikatör', organisation: municipality, translations: [{ language: 'en', role: 'communicator' }] })
  subject = await room.create('person', { name: 'Maja Lindqvist', organisation: unit, bio: text('Lyssnar.'), links: [{ label: 'Orkestern', url: 'https://orkestern.example' }] })
  topic = await room.create('topic', { name: 'Vatten', translations: [{ language: 'en', name: 'Water' }] })
  article = await room.create('article', {
    title: 'Hon lyssnar',
    kind: 'profile',
    authors: [author],
    subjects: [subject],
    organisations: [unit],
    publisher: municipality,
    topics: [topic],
    body: [{ __component: 'body.text', text: text('– Hör du?') }, { __component: 'body.text', text: text('– Nej.'), speaker: author }],
  })
})
afterAll(async () => cms?.dispose())

describe('what an article names', () => {
  it('stands in it', async () => {
    expect(await room.shown('article', article)).toMatchObject({
      authors: [{ id: author, slug: 'elin-borg', name: 'Elin Borg', role: 'kommunikatör', url: 'https://sjovik.example/personer/elin-borg', organisation: { name: 'Sjövik kommun' } }],
      subjects: [{ id: subject, role: null, organisation: { id: unit, name: 'Vatten och avlopp' } }],
      organisations: [{ id: unit, url: 'https://sjovik.example/organisationer/vatten-och-avlopp' }],
      publisher: { id: municipality },
      topics: [{ id: topic, name: 'Vatten' }],
      body: [{ type: 'dialogue', speaker: { id: subject } }, { type: 'dialogue', speaker: { id: author } }],
    })
  })
  it('is in the language of the reader where there is a translation', async () => {
    expect(await room.shown('person', author, 'en')).toMatchObject({ role: 'communicator', url: 'https://sjovik.example/en/people/elin-borg', organisation: { url: 'https://sjovik.example/en/organisations/sjovik-kommun' } })
    expect(await room.shown('person', subject, 'en')).toMatchObject({ role: null, bioHtml: '<p>Lyssnar.</p>' })
    expect(await room.shown('organisation', municipality, 'en')).toMatchObject({ descriptionHtml: '<p>A municipality.</p>' })
    expect(await room.shown('topic', topic, 'en')).toMatchObject({ name: 'Water' })
    await room.update('article', article, { title: 'She listens', authors: [author], topics: [topic], body: body('A text.') }, { locale: 'en' })
    expect(await room.shown('article', article, 'en')).toMatchObject({
      url: 'https://sjovik.example/en/articles/she-listens',
      authors: [{ role: 'communicator', url: 'https://sjovik.example/en/people/elin-borg' }],
      topics: [{ name: 'Water' }],
      links: { self: `${cms.url}/api/v1/articles/she-listens?language=en` },
    })
  })
})

describe('a new name', () => {
  it('of a person shows in their articles without a new version', async () => {
    const before = await room.shown('article', article)
    const seq = await room.lastSeq()
    await room.update('person', subject, { name: 'Maja Åkerlund' })
    expect(await room.log(seq)).toMatchObject([{ subject_type: 'person', tags: `person:${subject},list:people,list:articles,list:articles:narrowed` }])
    const after = await room.shown('article', article)
    expect(after).toMatchObject({ version: before.version, publicUpdatedAt: before.publicUpdatedAt, subjects: [{ name: 'Maja Åkerlund', slug: 'maja-lindqvist' }] })
    expect(after.body[0]).toMatchObject({ speaker: { name: 'Maja Åkerlund' } })
    expect((await room.summary(article)).subjects[0]).toMatchObject({ name: 'Maja Åkerlund' })
    await room.publish('article', article)
    expect(await room.shown('article', article)).toEqual(after)
  })
  it('of an organisation shows with its people, in their articles and below it', async () => {
    await room.update('organisation', unit, { name: 'Vatten i Sjövik' })
    expect(await room.shown('person', subject)).toMatchObject({ organisation: { name: 'Vatten i Sjövik' } })
    expect(await room.shown('article', article)).toMatchObject({ subjects: [{ organisation: { name: 'Vatten i Sjövik' } }], organisations: [{ name: 'Vatten i Sjövik' }], version: 1 })
    await room.update('organisation', municipality, { name: 'Sjöviks kommun' })
    expect(await room.shown('organisation', unit)).toMatchObject({ parent: { name: 'Sjöviks kommun' } })
    expect(await room.shown('article', article)).toMatchObject({ publisher: { name: 'Sjöviks kommun' }, authors: [{ organisation: { name: 'Sjöviks kommun' } }] })
  })
  it('of a topic shows in both languages', async () => {
    await room.update('topic', topic, { name: 'Vattnet', translations: [{ language: 'en', name: 'The water' }] })
    expect(await room.shown('article', article)).toMatchObject({ topics: [{ name: 'Vattnet' }] })
    expect(await room.shown('article', article, 'en')).toMatchObject({ topics: [{ name: 'The water' }] })
  })
  it('that nobody shows leaves the articles alone', async () => {
    const seq = await room.lastSeq()
    await room.update('person', subject, { bio: text('Lyssnar fortfarande.') })
    expect(await room.log(seq)).toMatchObject([{ tags: `person:${subject},list:people` }])
  })
})

describe('counts', () => {
  const counts = async () => ({
    author: (await room.shown('person', author)).articleCount,
    subject: (await room.shown('person', subject)).articleCount,
    unit: (await room.shown('organisation', unit)).articleCount,
    municipality: (await room.shown('organisation', municipality)).articleCount,
    topic: (await room.shown('topic', topic)).articleCount,
    authorInEnglish: (await room.shown('person', author, 'en')).articleCount,
  })
  it('follow the articles, in each language', async () => {
    expect(await counts()).toEqual({ author: 1, subject: 1, unit: 1, municipality: 1, topic: 1, authorInEnglish: 1 })
    const seq = await room.lastSeq()
    const second = await room.create('article', { title: 'Till', kind: 'essay', body: body(), authors: [author], subjects: [author], topics: [topic] })
    expect(await room.log(seq)).toMatchObject([{ tags: `article:${second},list:articles,list:articles:person:${author},list:articles:topic:${topic},list:people,list:topics` }])
    expect(await counts()).toMatchObject({ author: 2, subject: 1, topic: 2, authorInEnglish: 1 })
    await room.update('article', second, { subjects: [subject], authors: [] })
    expect(await counts()).toMatchObject({ author: 1, subject: 2 })
    const last = await room.lastSeq()
    await room.unpublish('article', second)
    expect(await room.log(last)).toMatchObject([{ tags: `article:${second},list:articles,list:articles:person:${subject},list:articles:topic:${topic},list:people,list:topics` }])
    expect(await counts()).toMatchObject({ author: 1, subject: 1, topic: 1 })
    await room.unpublish('article', article, { locale: 'en' })
    expect(await counts()).toMatchObject({ author: 1, authorInEnglish: 0 })
  })
  it('are the totals of the lists', async () => {
    const totals = await room.sql<{ list_key: string, total: number }>('select list_key, total from public_total order by list_key')
    const counted = await room.sql<{ list_key: string, total: number | string }>('select list_key, count(*) as total from public_listing group by list_key order by list_key')
    expect(totals).toEqual(counted.map(row => ({ ...row, total: Number(row.total) })))
    expect(totals).toEqual(expect.arrayContaining([{ list_key: 'article|*', total: 1 }, { list_key: 'article|sv|kind=profile', total: 1 }, { list_key: `article|*|person=${author}`, total: 1 }, { list_key: 'person|en', total: 2 }]))
  })
})

it('leaves a whole log and a read model that a rebuild makes the same', async () => {
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})

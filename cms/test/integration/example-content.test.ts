import type { Client } from '@klartext/client'
import type { FreshCms } from '../harness/fresh-cms'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@klartext/client'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../harness/fresh-cms'

const loaded = { loaded: true, articles: 12, people: 9, organisations: 7, topics: 8, comments: 28, images: 19 }
const rowsOf = async (table: string) => cms.run('sql', { sql: `select count(*) as total from ${table}` })
const nothing = [{ total: expect.toSatisfy(total => Number(total) === 0) }]

let cms: FreshCms
let klartext: Client
beforeAll(async () => {
  cms = await freshCms()
  klartext = createClient({ baseUrl: cms.url })
})
afterAll(async () => cms?.dispose())

it('leaves nothing behind when one document cannot be published, and names it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-examples-'))
  await cp(path.resolve(__dirname, '../../example-content'), folder, { recursive: true })
  // small ones, which are scaled in no time
  const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'white' } }).webp().toBuffer()
  for (const name of (await readdir(path.join(folder, 'images'))).filter(name => name.endsWith('.webp')))
    await writeFile(path.join(folder, 'images', name), picture)
  const file = path.join(folder, 'articles/fyrtio-ar-bakom-disken/sv.md')
  await writeFile(file, (await readFile(file, 'utf8')).replace('subjects: [birgitta-vassgren]', 'subjects: [birgitta]'))
  await expect(cms.run('loadExampleContent', { folder })).rejects.toThrow('articles/fyrtio-ar-bakom-disken/sv.md could not be published: it points at "birgitta"')
  await rm(folder, { recursive: true })
  for (const table of ['articles', 'people', 'organisations', 'topics', 'comments', 'files', 'publication_log', 'public_document'])
    expect(await rowsOf(table), table).toEqual(nothing)
  expect((await readdir(cms.dataDir, { recursive: true })).filter(name => name.endsWith('.webp'))).toEqual([])
}, 180_000)

it('loads everything into the empty database, and nothing into a filled one', async () => {
  expect(await cms.run('loadExampleContent')).toEqual(loaded)
  expect(await cms.run('loadExampleContent')).toEqual({ loaded: false, articles: 0, people: 0, organisations: 0, topics: 0, comments: 0, images: 0 })
}, 180_000)

it('is public through the API, in both languages', async () => {
  const swedish = await klartext.articles.list({ language: 'sv', limit: 100 })
  expect(swedish.total).toBe(12)
  expect((await klartext.articles.list({ language: 'en' })).items.map(({ slug }) => slug).sort()).toEqual(['she-ploughs-before-sjovik-wakes', 'we-told-it-in-the-wrong-order'])
  expect((await klartext.people.list()).total).toBe(9)
  expect((await klartext.organisations.list()).total).toBe(7)
  expect((await klartext.topics.list({ language: 'en' })).items.find(({ slug }) => slug === 'vatten')?.name).toBe('Water')
  const english = await klartext.articles.bySlug('we-told-it-in-the-wrong-order', { language: 'en' })
  expect(english).toMatchObject({ authors: [{ name: 'Hanna Strömgrip', role: 'head of department' }], publisher: { slug: 'sjoviks-kommun' } })
  expect(english.topics).toHaveLength(3)
  const unit = await klartext.organisations.bySlug('trafikenheten')
  expect(unit.parent?.slug).toBe('samhallsbyggnadsforvaltningen')
})

it('keeps the dates, the parts and the sizes of the images', async () => {
  const essay = await klartext.articles.bySlug('gangbanan-forst')
  expect(Date.parse(essay.firstPublishedAt ?? '')).toBe(Date.parse('2026-04-21T08:00:00+02:00'))
  expect(Date.parse(essay.publicUpdatedAt)).toBe(Date.parse('2026-04-29T09:15:00+02:00'))
  expect(essay.cover?.sources.length).toBeGreaterThan(1)
  expect(essay.cover?.focalPoint).toEqual({ x: 0.5, y: 0.58 })
  const infographic = essay.body.find(part => part.type === 'infographic')
  expect(infographic?.table?.rows).toHaveLength(5)
  const profile = await klartext.articles.bySlug('hon-plogar-innan-sjovik-vaknar')
  const spoken = profile.body.filter(part => part.type === 'dialogue')
  expect(spoken.map(({ speaker }) => speaker?.name)).toEqual(spoken.map(() => 'Gun-Britt Tornhav'))
  expect(profile.translations.map(({ slug }) => slug)).toContain('she-ploughs-before-sjovik-wakes')
})

it('has a thread of fourteen, three levels deep, with the answers of the author marked', async () => {
  const thread = await klartext.articles.comments('gangbanan-forst')
  expect(thread.total).toBe(14)
  expect(thread.items.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
  const deepest = thread.items[3]?.replies[0]?.replies[0]
  expect(deepest).toMatchObject({ number: '4.1.1', author: { name: 'Gun-Britt Tornhav', isAuthor: false, person: { slug: 'gun-britt-tornhav' } } })
  expect(thread.items[0]?.replies[0]?.author).toMatchObject({ name: 'Elsa Rinnefors', isAuthor: true })
})

it('has the correction as a version of its own, with its note', async () => {
  const { items } = await klartext.articles.versions('elva-timmar-med-kokrad')
  expect(items.map(({ version, changeKind }) => [version, changeKind]).sort()).toEqual([[1, null], [2, 'correction']])
  const first = await klartext.articles.version('elva-timmar-med-kokrad', 1)
  expect(first.article?.bodyHtml).toContain('71 procent')
  const now = await klartext.articles.bySlug('elva-timmar-med-kokrad')
  expect(now.bodyHtml).not.toContain('71 procent')
  expect(now.changeNote).toContain('61 procent')
})

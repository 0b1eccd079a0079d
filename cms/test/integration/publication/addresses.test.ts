import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootCms } from '../../harness/boot'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
let room: Newsroom

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
afterAll(async () => cms?.dispose())

const data = (title: string, over: object = {}) => ({ title, kind: 'essay', body: body(), ...over })
const redirects = () => room.sql('select subject_type, language, slug, document_id from slug_redirect order by subject_type, slug, language')
const to = (id: string, slug: string) => ({ subject_type: 'article', language: 'sv', slug, document_id: id })

describe('an address that nobody wrote', () => {
  it('is made from the title, in the draft too', async () => {
    const id = await room.create('article', data('Överträdelse på räksmörgås'))
    expect(await room.shown('article', id)).toMatchObject({ slug: 'overtradelse-pa-raksmorgas', url: 'https://sjovik.example/artiklar/overtradelse-pa-raksmorgas' })
    expect(await room.call('article', 'findOne', { documentId: id })).toMatchObject({ slug: 'overtradelse-pa-raksmorgas' })
    expect(await room.call('article', 'findOne', { documentId: id, status: 'published' })).toMatchObject({ slug: 'overtradelse-pa-raksmorgas' })
  })
  it('gets a number where it is taken, and a stand-in where the title has no letters', async () => {
    expect(await room.shown('article', await room.create('article', data('Överträdelse på räksmörgås')))).toMatchObject({ slug: 'overtradelse-pa-raksmorgas-2' })
    expect((await room.shown('article', await room.create('article', data('…')))).slug).toMatch(/^article-[a-z0-9]{8}$/)
  })
  it('is each type’s and language’s own', async () => {
    const person = await room.create('person', { name: 'Överträdelse på räksmörgås' })
    expect(await room.shown('person', person)).toMatchObject({ slug: 'overtradelse-pa-raksmorgas' })
    const id = await room.create('article', data('Lika'))
    await room.update('article', id, { title: 'Lika', body: body('Same.') }, { locale: 'en' })
    expect(await room.shown('article', id, 'en')).toMatchObject({ slug: 'lika' })
  })
})

describe('a changed address', () => {
  it('leaves a redirect, which goes when the address comes back or somebody takes it over', async () => {
    const first = await room.create('article', data('Ett', { slug: 'ett' }))
    await room.update('article', first, { slug: 'tva' })
    expect(await redirects()).toEqual([to(first, 'ett')])
    await room.update('article', first, { slug: 'tre' })
    expect(await redirects()).toEqual([to(first, 'ett'), to(first, 'tva')])
    await room.update('article', first, { slug: 'ett' })
    expect(await redirects()).toEqual([to(first, 'tre'), to(first, 'tva')])
    const second = await room.create('article', data('Två', { slug: 'tva' }))
    expect(await redirects()).toEqual([to(first, 'tre')])
    await room.update('article', second, { slug: 'fyra' })
    expect(await redirects()).toEqual([to(first, 'tre'), to(second, 'tva')])
  })
  it('of a person leaves one in each language', async () => {
    const id = await room.create('person', { name: 'Maja', slug: 'maja' })
    await room.update('person', id, { slug: 'maja-lindqvist' })
    expect((await redirects()).slice(-2)).toEqual(['en', 'sv'].map(language => ({ subject_type: 'person', language, slug: 'maja', document_id: id })))
  })
  it('while it was unpublished leaves one too, unless another had the address since', async () => {
    const a = await room.create('article', data('A', { slug: 'adress-a' }))
    const b = await room.create('article', data('B', { slug: 'adress-b' }))
    await room.unpublish('article', a)
    await room.unpublish('article', b)
    const c = await room.create('article', data('C', { slug: 'adress-b' }))
    await room.unpublish('article', c)
    await room.update('article', a, { slug: 'ny-a' })
    await room.update('article', b, { slug: 'ny-b' })
    const rows = await redirects()
    expect(rows).toContainEqual(to(a, 'adress-a'))
    expect(rows).not.toContainEqual(to(b, 'adress-b'))
  })
  it('is the same after a rebuild', async () => {
    const before = await room.readModel()
    await cms.run('rebuild')
    expect(await room.readModel()).toEqual(before)
  })
})

it('a long title that is taken gets an address with a number, wherever the cut falls', async () => {
  const long = `${'abcdefghi '.repeat(19)}x`
  const taken = await room.create('article', data(long, { slug: null }))
  const next = await room.create('article', data(long, { slug: null }))
  expect((await room.shown('article', taken)).slug).toBe(long.replaceAll(' ', '-'))
  expect((await room.shown('article', next)).slug).toBe(`${'abcdefghi-'.repeat(19)}2`)
})

describe('other addresses of the site and the CMS', () => {
  it('are in every answer after the next start', async () => {
    const moved = await freshCms()
    const there = createNewsroom(moved)
    const id = await there.create('article', data('Flytt'))
    await moved.stop()
    const again = await bootCms({ dataDir: moved.dataDir, databaseUrl: moved.databaseUrl ?? undefined, environment: { SITE_URL: 'https://ny.example', CMS_URL: 'https://cms.ny.example' } })
    try {
      const shown = await createNewsroom({ ...moved, ...again }).shown('article', id)
      expect(shown).toMatchObject({ url: 'https://ny.example/artiklar/flytt', links: { self: 'https://cms.ny.example/api/v1/articles/flytt' } })
    }
    finally {
      await again.stop()
      await moved.dispose()
    }
  })
})

import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from './newsroom'

let cms: FreshCms
let room: Newsroom
let author: string
let id: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  author = await room.create('person', { name: 'Elin Borg' })
  id = await room.create('article', { title: 'Grus på alla gator', kind: 'essay', body: body(), authors: [author] })
  await room.update('article', id, { title: 'Gravel', body: body('Gravel.'), authors: [author] }, { locale: 'en' })
})
afterAll(async () => cms?.dispose())

const row = async (language: string) => {
  const [found] = await room.sql<{ state: string, slug: string, version: number, json: { data: number[] } }>('select state, slug, version, json from public_document where document_id = ? and language = ?', [id, language])
  return found && { ...found, json: JSON.parse(Buffer.from(found.json.data).toString()) as unknown }
}
const lists = () => room.sql<{ list_key: string }>('select list_key from public_listing where document_id = ? and language = \'sv\'', [id])
const withdraw = (over: object = {}) => cms.run('withdraw', { documentId: id, language: 'sv', notice: ' Siffrorna var "fel". ', actor: 'admin:7', ...over })

it('is refused without a notice, and for what is not public', async () => {
  const before = await room.lastSeq()
  await expect(withdraw({ notice: ' ' })).rejects.toThrow('Artikeln kan inte dras tillbaka. Skriv varför, så att den som söker artikeln får veta det.')
  await expect(withdraw({ language: 'fi' })).rejects.toThrow('Artikeln kan inte dras tillbaka. Den är inte publicerad på det språket.')
  expect(await room.lastSeq()).toBe(before)
})

it('takes the article down in one language, with the notice', async () => {
  const before = await room.lastSeq()
  await withdraw()
  const rows = await room.log(before)
  expect(rows).toMatchObject([{ action: 'withdrawn', language: 'sv', slug: 'grus-pa-alla-gator', version: null, actor: 'admin:7', tags: `article:${id},list:articles,list:articles:person:${author},list:people` }])
  expect(await row('sv')).toMatchObject({
    state: 'withdrawn',
    slug: 'grus-pa-alla-gator',
    json: { id, title: 'Grus på alla gator', notice: 'Siffrorna var ”fel”.', withdrawnAt: rows[0]?.at },
  })
  expect(await lists()).toEqual([])
  expect(await room.shown('person', author)).toMatchObject({ articleCount: 0 })
  expect(await room.shown('person', author, 'en')).toMatchObject({ articleCount: 1 })
  expect(await room.shown('article', id, 'en')).toMatchObject({ translations: [] })
  expect(await room.call('article', 'findOne', { documentId: id, status: 'published' })).toBeNull()
  expect(await room.call('article', 'findOne', { documentId: id })).toMatchObject({ title: 'Grus på alla gator' })
})

it('cannot be done twice, keeps the address, and frees whom it named', async () => {
  await expect(withdraw()).rejects.toThrow('Den är inte publicerad')
  await expect(room.create('article', { title: 'Annan', slug: 'grus-pa-alla-gator', kind: 'essay', body: body() })).rejects.toThrow(/används redan|must be unique/)
  await room.unpublish('article', id, { locale: 'en' })
  await room.unpublish('person', author)
  await room.publish('person', author)
})

it('stays when other languages come and go, and after a rebuild', async () => {
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
  await room.publish('article', id, { locale: 'en' })
  expect(await row('sv')).toMatchObject({ state: 'withdrawn' })
})

it('is lifted by publishing again, with the same first date', async () => {
  await room.publish('article', id)
  expect(await room.shown('article', id)).toMatchObject({ version: 2, slug: 'grus-pa-alla-gator', translations: [{ language: 'en' }] })
  expect(await lists()).not.toEqual([])
  const [first] = await room.sql<{ at: string }>('select at from publication_log where document_id = ? and language = \'sv\' and version = 1', [id])
  expect(await room.shown('article', id)).toMatchObject({ firstPublishedAt: first?.at, publicUpdatedAt: first?.at })
})

it('stays when the article is deleted', async () => {
  await withdraw()
  await room.remove('article', id, { locale: '*' })
  expect(await row('sv')).toMatchObject({ state: 'withdrawn' })
  expect(await row('en')).toBeUndefined()
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
})

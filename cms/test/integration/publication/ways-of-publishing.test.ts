import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { testAdmin } from '../../harness/secrets'
import { body, createNewsroom, uids } from './newsroom'

let cms: FreshCms
let room: Newsroom
let adminToken: string
let apiToken: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  const login = await request('POST', '/admin/login', null, testAdmin) as { data: { token: string } }
  adminToken = login.data.token
  apiToken = await cms.run('createFullAccessToken') as string
})
afterAll(async () => cms?.dispose())

async function request(method: string, path: string, token: string | null, content?: object): Promise<unknown> {
  const answer = await fetch(`${cms.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...token === null ? {} : { authorization: `Bearer ${token}` } },
    ...content === undefined ? {} : { body: JSON.stringify(content) },
  })
  const text = await answer.text()
  if (!answer.ok)
    throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

const article = (title: string) => ({ title, kind: 'essay', body: body() })
const newArticle = (title: string) => room.draft('article', article(title))

/** The rows that some work adds to the log. */
async function logged(work: () => Promise<unknown>) {
  const before = await room.lastSeq()
  await work()
  return (await room.log(before)).map(({ subject_type: type, action, language, version, actor }) => ({ type, action, language, version, actor: actor.replace(/\d+/, 'n') }))
}

const published = (actor: string, version = 1, language = 'sv') => [{ type: 'article', action: 'published', language, version, actor }]

const managed = (path: string) => `/content-manager/collection-types/${uids.article}${path}`

describe('the document service', () => {
  it('publish', async () => {
    const id = await newArticle('Publicera')
    expect(await logged(() => room.publish('article', id))).toEqual(published('system'))
    expect(await room.shown('article', id)).toMatchObject({ title: 'Publicera', version: 1 })
    expect(await room.publish('article', await newArticle('Adress'))).toMatchObject({ entries: [{ slug: 'adress' }] })
  })
  it('create with status published', async () => {
    expect(await logged(() => room.create('article', article('Skapa')))).toEqual(published('system'))
  })
  it('update with status published', async () => {
    const id = await newArticle('Uppdatera')
    expect(await logged(() => room.update('article', id, { title: 'Uppdaterad' }))).toEqual(published('system'))
  })
  it('saving a draft, discarding one and copying are no publications', async () => {
    const id = await room.create('article', article('Utkast'))
    expect(await logged(async () => {
      await room.save('article', id, { title: 'Ändrat utkast' })
      await room.call('article', 'discardDraft', { documentId: id })
      await room.call('article', 'clone', { documentId: id, data: { title: 'Kopia' }, status: 'published' })
    })).toEqual([])
    expect(await room.shown('article', id)).toMatchObject({ title: 'Utkast' })
  })
  it('publishing the same again writes nothing', async () => {
    const id = await room.create('article', article('Samma'))
    const before = await room.readModel()
    expect(await logged(() => room.publish('article', id))).toEqual([])
    expect(await room.readModel()).toEqual(before)
  })
  it('unpublish and delete', async () => {
    const id = await room.create('article', article('Avpublicera'))
    expect(await logged(() => room.unpublish('article', id))).toEqual([{ type: 'article', action: 'unpublished', language: 'sv', version: null, actor: 'system' }])
    expect(await room.answer('article', id)).toBeNull()
    expect(await logged(() => room.publish('article', id))).toEqual(published('system', 2))
    expect(await logged(() => room.remove('article', id))).toMatchObject([{ action: 'unpublished' }])
    expect(await room.answer('article', id)).toBeNull()
  })
  it('deleting a draft and unpublishing it are no news', async () => {
    const id = await newArticle('Aldrig publik')
    expect(await logged(async () => {
      await room.unpublish('article', id)
      await room.remove('article', id)
    })).toEqual([])
  })
  it('an update of what is not there gives what Strapi gives', async () => {
    expect(await room.update('article', 'a'.repeat(24), { title: 'Ingen' })).toBeNull()
  })
})

describe('languages', () => {
  it('one, several, all, and the default', async () => {
    const id = await newArticle('Språk')
    await room.save('article', id, { title: 'Language', body: body('A text.') }, { locale: 'en' })
    expect(await logged(() => room.publish('article', id, { locale: 'en' }))).toEqual(published('system', 1, 'en'))
    expect(await logged(() => room.publish('article', id))).toEqual(published('system'))
    expect((await room.shown('article', id)).translations).toMatchObject([{ language: 'en', title: 'Language', url: expect.stringContaining('/en/articles/language') }])
    expect((await room.shown('article', id, 'en')).translations).toMatchObject([{ language: 'sv' }])
    await room.save('article', id, { title: 'Språk två' })
    await room.save('article', id, { title: 'Language two' }, { locale: 'en' })
    expect(await logged(() => room.publish('article', id, { locale: '*' }))).toEqual(expect.arrayContaining([...published('system', 2), ...published('system', 2, 'en')]))
    expect(await logged(() => room.unpublish('article', id, { locale: 'en' }))).toMatchObject([{ action: 'unpublished', language: 'en' }])
    expect((await room.shown('article', id)).translations).toEqual([])
    expect(await logged(() => room.publish('article', id, { locale: ['sv', 'en'] }))).toEqual(published('system', 3, 'en'))
    expect(await logged(() => room.unpublish('article', id, { locale: '*' }))).toMatchObject([{ action: 'unpublished' }, { action: 'unpublished' }])
  })
  it('a member without a language changes every language that is public', async () => {
    const id = await room.create('article', article('Gemensamt'))
    await room.update('article', id, { title: 'Shared', body: body('A text.') }, { locale: 'en' })
    expect(await logged(() => room.update('article', id, { commentsOpen: false, changeKind: 'correction', changeNote: 'Stängt för kommentarer.' })))
      .toEqual([...published('system', 2), ...published('system', 2, 'en')])
    expect(await room.shown('article', id, 'en')).toMatchObject({ commentsOpen: false, changeNote: null, version: 2 })
    expect(await room.shown('article', id)).toMatchObject({ changeNote: 'Stängt för kommentarer.' })
  })
})

describe('the Content Manager', () => {
  it('publishes what it saves', async () => {
    const id = await newArticle('Från admin')
    expect(await logged(() => request('POST', managed(`/${id}/actions/publish`), adminToken, article('Från adminformuläret')))).toEqual(published('admin:n'))
    expect(await room.shown('article', id)).toMatchObject({ title: 'Från adminformuläret' })
  })
  it('creates and publishes at once', async () => {
    expect(await logged(() => request('POST', managed('/actions/publish'), adminToken, article('Ny från admin')))).toEqual(published('admin:n'))
  })
  it('publishes, unpublishes and deletes many at once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, (_, index) => newArticle(`Många ${index}`)))
    expect(await logged(() => request('POST', managed('/actions/bulkPublish'), adminToken, { documentIds: ids }))).toEqual(ids.flatMap(() => published('admin:n')))
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    expect(await logged(() => request('POST', managed('/actions/bulkUnpublish'), adminToken, { documentIds: ids.slice(0, 3) }))).toHaveLength(3)
    expect(await logged(() => request('POST', managed('/actions/bulkDelete'), adminToken, { documentIds: ids }))).toHaveLength(3)
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  })
  it('publishes none of many when one is refused', async () => {
    const good = await Promise.all(Array.from({ length: 5 }, (_, index) => newArticle(`God ${index}`)))
    const bad = await room.draft('article', { title: 'Utan text', kind: 'essay' })
    await cms.run('listen')
    expect(await logged(async () => {
      await expect(request('POST', managed('/actions/bulkPublish'), adminToken, { documentIds: [...good.slice(0, 3), bad, ...good.slice(3)] })).rejects.toThrow(/400.*Utan text/)
    })).toEqual([])
    expect(await cms.run('heard')).toBe(0)
    for (const id of good)
      expect(await room.call('article', 'findOne', { documentId: id, status: 'published' })).toBeNull()
  })
  it('unpublishes and discards', async () => {
    const id = await room.create('article', article('Bort'))
    expect(await logged(() => request('POST', managed(`/${id}/actions/unpublish`), adminToken, {}))).toMatchObject([{ action: 'unpublished', actor: 'admin:n' }])
  })
})

describe('the REST API with a token', () => {
  it('publishes by POST, PUT and DELETE, and keeps drafts drafts', async () => {
    let id = ''
    expect(await logged(async () => {
      const created = await request('POST', '/api/articles', apiToken, { data: article('Från REST') }) as { data: { documentId: string } }
      id = created.data.documentId
      expect(created).toMatchObject({ data: { slug: 'fran-rest' } })
    })).toEqual(published('token:n'))
    expect(await logged(() => request('PUT', `/api/articles/${id}?status=draft`, apiToken, { data: { title: 'Utkast från REST' } }))).toEqual([])
    expect(await logged(() => request('PUT', `/api/articles/${id}`, apiToken, { data: { title: 'Ändrad från REST' } }))).toEqual(published('token:n', 2))
    expect(await logged(() => request('DELETE', `/api/articles/${id}`, apiToken))).toMatchObject([{ action: 'unpublished', actor: 'token:n' }])
  })
})

describe('a scheduled task', () => {
  it('publishes as the system', async () => {
    const id = await newArticle('Från schemat')
    expect(await logged(() => cms.run('documentsByCron', { uid: uids.article, method: 'publish', params: { documentId: id } }))).toEqual(published('system'))
  })
})

describe('a language that is taken away in the settings', () => {
  it('is kept as long as something in it is public', async () => {
    const id = await room.create('article', article('Med engelska'))
    await room.update('article', id, { title: 'In English', body: body('A text.') }, { locale: 'en' })
    const before = await room.readModel()
    await expect(cms.run('deleteLocale', { code: 'en' })).rejects.toThrow('Avpublicera det först, och ta sedan bort språket.')
    expect(await room.readModel()).toEqual(before)
    expect(await room.call('article', 'findOne', { documentId: id, locale: 'en', status: 'published' })).toMatchObject({ title: 'In English' })
  })
})

describe('listeners', () => {
  it('hear of each call once, after it is committed, and of none that is rolled back', async () => {
    await cms.run('listen')
    const before = Number(await cms.run('heard'))
    const id = await newArticle('Hörd')
    expect(await cms.run('heard')).toBe(before)
    await room.publish('article', id)
    const once = Number(await cms.run('heard'))
    expect(once).toBeGreaterThan(before)
    await cms.run('documentsRolledBack', [{ uid: uids.article, method: 'unpublish', params: { documentId: id } }])
    expect(await cms.run('heard')).toBe(once)
    expect(await room.shown('article', id)).toMatchObject({ version: 1 })
  })
})

it('leaves a whole log and a read model that a rebuild makes the same', async () => {
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})

import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, signIn, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'

let cms: FreshCms
let editor: AdminSession
let path: string
const article = '/content-manager/collection-types/api::article.article'
const withdrawal = { language: 'sv', notice: 'Uppgifterna gick inte att styrka. Fråga registrator@sjovik.example.' }

beforeAll(async () => {
  cms = await freshCms()
  editor = await signInAs(cms, 'strapi-editor')
  const created = await editor.request('POST', article, {
    kind: 'essay',
    title: 'Vem äger vattnet?',
    slug: 'vem-ager-vattnet',
    body: [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Ingen.' }] }] }],
  })
  const documentId = String(read(created.body, 'data', 'documentId'))
  path = `/klartext/articles/${documentId}/withdraw`
  const published = await editor.request('POST', `${article}/${documentId}/actions/publish`, {})
  expect(published.status, JSON.stringify(published.body)).toBe(200)
})
afterAll(async () => cms?.dispose())

const publicStates = () => cms.run('sql', { sql: 'select state from public_document where subject_type = \'article\'' })

describe('withdrawing an article', () => {
  it('is refused to those who may not', async () => {
    const author = await signInAs(cms, 'strapi-author')
    const moderator = await signInAs(cms, 'klartext-moderator')
    expect((await author.request('POST', path, withdrawal)).status).toBe(403)
    expect((await moderator.request('POST', path, withdrawal)).status).toBe(403)
    expect((await fetch(`${cms.url}${path}`, { method: 'POST' })).status).toBe(401)
    expect(await publicStates()).toEqual([{ state: 'published' }])
  })

  it.each([
    [{ language: 'sv', notice: '  ' }, /Skriv varför/],
    [{ language: 'en', notice: 'Wrong.' }, /inte publicerad på det språket/],
    [{ notice: 'Utan språk' }, /Ange språket/],
    [{ ...withdrawal, actor: 'admin:1' }, /Ange språket/],
  ])('is refused in Swedish with %j', async (body, message) => {
    const answer = await editor.request('POST', path, body)
    expect(answer.status).toBe(400)
    expect(read(answer.body, 'error', 'message')).toMatch(message)
    expect(await publicStates()).toEqual([{ state: 'published' }])
  })

  it('takes it down with the notice, and the log says who did', async () => {
    expect((await editor.request('POST', path, withdrawal)).status).toBe(204)
    expect(await publicStates()).toEqual([{ state: 'withdrawn' }])
    const me = read((await editor.request('GET', '/admin/users/me')).body, 'data', 'id')
    expect(await cms.run('sql', { sql: 'select actor from publication_log where action = \'withdrawn\'' })).toEqual([{ actor: `admin:${String(me)}` }])
    const again = await (await signIn(cms)).request('POST', path, withdrawal)
    expect(again.status).toBe(400)
  })
})

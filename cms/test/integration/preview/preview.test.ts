import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import { articleSchema, problemSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPreviewToken } from '../../../src/preview/token'
import { read, signIn, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { testSecrets } from '../../harness/secrets'

const site = 'https://sjovik.example'
const articles = '/content-manager/collection-types/api::article.article'
const previewSchema = v.strictObject({
  status: v.picklist(['draft', 'modified', 'published']),
  language: v.string(),
  article: articleSchema,
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
})

let cms: FreshCms
let sessions: Record<'author' | 'editor' | 'moderator', AdminSession>
beforeAll(async () => {
  cms = await freshCms()
  sessions = {
    author: await signInAs(cms, 'strapi-author'),
    editor: await signInAs(cms, 'strapi-editor'),
    moderator: await signInAs(cms, 'klartext-moderator'),
  }
})
afterAll(async () => cms?.dispose())

const documents = async (uid: string, method: string, params: unknown) => read(await cms.run('documents', { uid, method, params }), 'documentId')
const write = async (session: AdminSession, data: unknown): Promise<string> => String(read((await session.request('POST', articles, data)).body, 'data', 'documentId'))
const text = (words: string) => ({ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }] })
const fetchPreview = (token: string, init: RequestInit = {}) => fetch(`${cms.url}/_preview?token=${token}`, init)
const tokenFor = (documentId: string, language = 'sv', made = new Date()) => createPreviewToken({ documentId, language }, testSecrets.PREVIEW_SECRET, made)

async function preview(documentId: string, language = 'sv') {
  const answer = await fetchPreview(tokenFor(documentId, language))
  expect(answer.status).toBe(200)
  return v.parse(previewSchema, await answer.json())
}

async function addressFor(session: AdminSession, uid: string, documentId: string, query = ''): Promise<unknown> {
  const answer = await session.request('GET', `/content-manager/preview/url/${uid}?documentId=${documentId}${query}`)
  expect([200, 204]).toContain(answer.status)
  return read(answer.body, 'data', 'url')
}

describe('the button in the admin', () => {
  it('opens the site\'s preview with a token that shows the draft', async () => {
    const id = await write(sessions.author, { kind: 'essay', title: 'Ett utkast', body: [text('Första raden.')] })
    const address = new URL(String(await addressFor(sessions.author, 'api::article.article', id)))
    expect(`${address.origin}${address.pathname}`).toBe(`${site}/forhandsvisning`)
    const answer = await fetchPreview(address.searchParams.get('token') ?? '')
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    const shown = v.parse(previewSchema, await answer.json())
    expect(shown).toMatchObject({ status: 'draft', language: 'sv', article: { id, title: 'Ett utkast', slug: 'ett-utkast', version: 1 } })
    expect(shown.article.bodyHtml).toContain('Första raden.')
    expect(Date.parse(shown.expiresAt)).toBeGreaterThan(Date.now())
  })

  it('is for those who may read the draft', async () => {
    const id = await write(sessions.editor, { kind: 'essay', title: 'Redaktörens' })
    expect(await addressFor(sessions.editor, 'api::article.article', id)).toContain(site)
    expect(await addressFor(sessions.author, 'api::article.article', id)).toBeUndefined()
    expect(await addressFor(sessions.moderator, 'api::article.article', id)).toBeUndefined()
    expect((await fetch(`${cms.url}/content-manager/preview/url/api::article.article?documentId=${id}`)).status).toBe(401)
  })

  it('is not there for what is no article, nor for what is not there', async () => {
    const person = await documents('api::person.person', 'create', { data: { name: 'Ylva Ström', slug: 'ylva-strom' } })
    expect(await addressFor(sessions.editor, 'api::person.person', String(person))).toBeUndefined()
    expect(await addressFor(sessions.editor, 'api::article.article', 'finnsinte')).toBeUndefined()
    expect(await addressFor(sessions.editor, 'api::article.article', await write(sessions.editor, { kind: 'essay', title: 'Bara svenska' }), '&locale=en')).toBeUndefined()
  })

  it('may be framed by the admin: the site is an allowed source of frames', async () => {
    const answer = await fetch(`${cms.url}/_health`)
    expect(answer.headers.get('content-security-policy')).toContain(`frame-src 'self' ${site};`)
  })
})

describe('what is shown', () => {
  it('is the draft, and tells how it stands to what is public', async () => {
    const editor = String(await documents('api::article.article', 'create', { data: { kind: 'essay', title: 'Om bron', slug: 'om-bron', body: [text('Den är byggd.')] }, locale: 'sv', status: 'published' }))
    const published = await preview(editor)
    expect(published).toMatchObject({ status: 'published', article: { version: 1, title: 'Om bron' } })
    await documents('api::article.article', 'update', { documentId: editor, locale: 'sv', data: { title: 'Om bron igen', changeKind: 'correction', changeNote: 'Ny rubrik.' } })
    const modified = await preview(editor)
    expect(modified).toMatchObject({ status: 'modified', article: { version: 2, title: 'Om bron igen', changeNote: 'Ny rubrik.', firstPublishedAt: published.article.firstPublishedAt } })
    expect(await (await fetch(`${cms.url}/api/v1/articles/om-bron`)).json()).toMatchObject({ title: 'Om bron', version: 1 })
  })

  it('is each language by itself', async () => {
    const id = await write(sessions.editor, { kind: 'essay', title: 'Svenska' })
    await sessions.editor.request('PUT', `${articles}/${id}?locale=en`, { kind: 'essay', title: 'English' })
    expect(await preview(id, 'en')).toMatchObject({ language: 'en', article: { title: 'English', url: `${site}/en/articles/english` } })
    expect((await fetchPreview(tokenFor(id, 'fi'))).status).toBe(404)
  })

  it('is also a draft that could not be published', async () => {
    const person = String(await documents('api::person.person', 'create', { data: { name: 'Malin Öst' } }))
    const id = String(await documents('api::article.article', 'create', { locale: 'sv', data: {
      authors: [person],
      body: [
        { __component: 'body.infographic', tableText: 'en\ttrasig\ntabell' },
        { __component: 'body.figure' },
        { __component: 'body.quote' },
        { __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: '– Vem talar?' }] }] },
      ],
    } }))
    const { article } = await preview(id)
    expect(article).toMatchObject({ title: 'Utan rubrik', kind: 'essay', authors: [{ name: 'Malin Öst', slug: 'malin-ost' }] })
    expect(article.body).toEqual([expect.objectContaining({ type: 'dialogue', speaker: null })])
  })
})

describe('what is refused', () => {
  it.each([
    ['an old token', () => `token=${tokenFor('abcdefgh', 'sv', new Date(Date.now() - 301_000))}`, 403, 'preview-expired'],
    ['a token that is not ours', () => `token=${createPreviewToken({ documentId: 'abcdefgh', language: 'sv' }, 'another', new Date())}`, 403, 'preview-invalid'],
    ['no token at all', () => 'token=', 403, 'preview-invalid'],
    ['no query', () => '', 400, 'bad-query'],
    ['another key', () => `token=${tokenFor('abcdefgh')}&status=draft`, 400, 'bad-query'],
    ['a document that is not there', () => `token=${tokenFor('abcdefgh')}`, 404, 'not-found'],
  ])('%s', async (_, query, status, problem) => {
    const answer = await fetch(`${cms.url}/_preview?${query()}`)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    expect(v.parse(problemSchema, await answer.json()).type).toBe(`${site}/api#problem-${problem}`)
  })

  it('every method but reading', async () => {
    expect((await fetchPreview(tokenFor('abcdefgh'), { method: 'POST' })).status).toBe(405)
    const id = await write(sessions.editor, { kind: 'essay', title: 'Huvudet' })
    const head = await fetchPreview(tokenFor(id), { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('the administrator gets no more than others', async () => {
    expect(await addressFor(await signIn(cms), 'api::comment.comment', 'abcdefgh')).toBeUndefined()
  })
})

import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, read, signIn, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'

let cms: FreshCms
let sessions: Record<'author' | 'editor' | 'moderator', AdminSession>
let ids: Record<'foreignArticle' | 'person' | 'comment' | 'ownArticle' | 'ownFile' | 'foreignFile', string>

const article = '/content-manager/collection-types/api::article.article'
const person = '/content-manager/collection-types/api::person.person'
const comment = '/content-manager/collection-types/api::comment.comment'

beforeAll(async () => {
  cms = await freshCms()
  const administrator = await signIn(cms)
  sessions = {
    author: await signInAs(cms, 'strapi-author'),
    editor: await signInAs(cms, 'strapi-editor'),
    moderator: await signInAs(cms, 'klartext-moderator'),
  }
  const created = async (session: AdminSession, path: string, body: unknown) => {
    const answer = await session.request('POST', path, body)
    if (answer.status !== 201)
      throw new Error(`POST ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return String(read(answer.body, 'data', 'documentId'))
  }
  const uploaded = async (session: AdminSession) => String(read((await session.upload(dot)).body, 0, 'id'))
  ids = {
    foreignArticle: await created(administrator, article, { kind: 'essay', title: 'Vägen till vattnet', slug: 'vagen-till-vattnet' }),
    ownArticle: await created(sessions.author, article, { kind: 'essay', title: 'Om att svara', slug: 'om-att-svara', body }),
    person: await created(administrator, person, { name: 'Ylva Ström', slug: 'ylva-strom' }),
    comment: await created(administrator, comment, { articleId: 'x', authorName: 'Ingrid', bodyText: 'När blir det av?' }),
    ownFile: await uploaded(sessions.author),
    foreignFile: await uploaded(administrator),
  }
})
afterAll(async () => cms?.dispose())

/** Enough of a text to be published. */
const body = [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Fråga först.' }] }] }]

/** A picture of one pixel. */
const dot = {
  name: 'prick.png',
  type: 'image/png',
  content: new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')),
}

type Case = [what: string, method: string, path: () => string, body: unknown, author: number, editor: number, moderator: number]

// in this order: what comes last takes away what the ones before it need
const cases: Case[] = [
  ['list articles', 'GET', () => article, undefined, 200, 200, 403],
  ['read an article of another', 'GET', () => `${article}/${ids.foreignArticle}`, undefined, 403, 200, 403],
  ['change an article of another', 'PUT', () => `${article}/${ids.foreignArticle}`, { title: 'Ändrad' }, 403, 200, 403],
  ['start an article', 'POST', () => article, { kind: 'essay', title: 'Ny' }, 201, 201, 403],
  ['start an article in English', 'POST', () => `${article}?locale=en`, { kind: 'essay', title: 'New' }, 201, 201, 403],
  ['change the author\'s article', 'PUT', () => `${article}/${ids.ownArticle}`, { title: 'Ändrad' }, 200, 200, 403],
  ['publish the author\'s article', 'POST', () => `${article}/${ids.ownArticle}/actions/publish`, {}, 403, 200, 403],
  ['unpublish the author\'s article', 'POST', () => `${article}/${ids.ownArticle}/actions/unpublish`, {}, 403, 200, 403],
  ['publish many articles', 'POST', () => `${article}/actions/bulkPublish`, () => ({ documentIds: [ids.ownArticle], locale: 'sv' }), 403, 200, 403],
  ['delete the author\'s article', 'DELETE', () => `${article}/${ids.ownArticle}`, undefined, 403, 200, 403],
  ['list people', 'GET', () => person, undefined, 200, 200, 403],
  ['read a person', 'GET', () => `${person}/${ids.person}`, undefined, 200, 200, 403],
  ['choose people for an article', 'GET', () => '/content-manager/relations/api::article.article/authors', undefined, 200, 200, 403],
  ['choose a speaker for a text', 'GET', () => '/content-manager/relations/body.text/speaker', undefined, 200, 200, 403],
  ['start a person', 'POST', () => person, { name: 'Ny' }, 403, 201, 403],
  ['change a person', 'PUT', () => `${person}/${ids.person}`, { name: 'Ylva' }, 403, 200, 403],
  ['publish a person', 'POST', () => `${person}/${ids.person}/actions/publish`, {}, 403, 200, 403],
  ['list organisations', 'GET', () => '/content-manager/collection-types/api::organisation.organisation', undefined, 200, 200, 403],
  ['start an organisation', 'POST', () => '/content-manager/collection-types/api::organisation.organisation', { name: 'Ny', kind: 'agency' }, 403, 201, 403],
  ['list topics', 'GET', () => '/content-manager/collection-types/api::topic.topic', undefined, 200, 200, 403],
  ['start a topic', 'POST', () => '/content-manager/collection-types/api::topic.topic', { name: 'Nytt' }, 403, 201, 403],
  ['list comments', 'GET', () => comment, undefined, 403, 403, 200],
  ['read a comment', 'GET', () => `${comment}/${ids.comment}`, undefined, 403, 403, 200],
  ['change a comment', 'PUT', () => `${comment}/${ids.comment}`, { moderationStatus: 'declined' }, 403, 403, 403],
  ['see the moderators\' queues', 'GET', () => '/klartext/moderation/queues', undefined, 403, 200, 200],
  ['decide on a comment', 'POST', () => `/klartext/moderation/comments/${ids.comment}/decide`, { expected: 1, action: 'undo' }, 403, 400, 400],
  ['write a comment in a reader\'s name', 'POST', () => comment, { articleId: 'x', bodyText: 'y' }, 403, 403, 403],
  ['delete a comment', 'DELETE', () => `${comment}/${ids.comment}`, undefined, 403, 403, 403],
  ['see the media library', 'GET', () => '/upload/files', undefined, 200, 200, 403],
  ['change a file of another', 'POST', () => `/upload?id=${ids.foreignFile}`, { fileInfo: { caption: 'x' } }, 403, 200, 403],
  ['see accounts', 'GET', () => '/admin/users', undefined, 403, 403, 403],
  ['see roles', 'GET', () => '/admin/roles', undefined, 403, 403, 403],
  ['see API tokens', 'GET', () => '/admin/api-tokens', undefined, 403, 403, 403],
  ['see webhooks', 'GET', () => '/admin/webhooks', undefined, 403, 403, 403],
  ['see the rights of visitors', 'GET', () => '/users-permissions/roles', undefined, 403, 403, 403],
  ['see accounts of visitors', 'GET', () => '/content-manager/collection-types/plugin::users-permissions.user', undefined, 403, 403, 403],
  ['see content types in the builder', 'GET', () => '/content-type-builder/content-types', undefined, 403, 403, 403],
  ['add a language', 'POST', () => '/i18n/locales', { code: 'fi', name: 'Finska', isDefault: false }, 403, 403, 403],
  ['change how articles are listed', 'PUT', () => '/content-manager/content-types/api::article.article/configuration', {}, 403, 403, 403],
]

// the editor last: only the editor's requests take away what the others ask for
describe.each([['moderator', 6], ['author', 4], ['editor', 5]] as const)('the %s', (role, column) => {
  it.each(cases.map(row => [row[0], row[column], row] as const))('%s: %d', async (_, status, [, method, path, body]) => {
    const answer = await sessions[role].request(method, path(), typeof body === 'function' ? body() : body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  })
})

describe('within what a role may', () => {
  it('the author sees only own articles in the list', async () => {
    const answer = await sessions.author.request('GET', article)
    const titles = list(read(answer.body, 'results')).map(entry => read(entry, 'title'))
    expect(titles).toContain('Ny')
    expect(titles).not.toContain('Vägen till vattnet')
  })

  it('the author may change an own file', async () => {
    const answer = await sessions.author.request('POST', `/upload?id=${ids.ownFile}`, { fileInfo: { caption: 'x' } })
    expect(answer.status).toBe(200)
  })

  it('the moderator cannot change what a reader wrote', async () => {
    await sessions.moderator.request('PUT', `${comment}/${ids.comment}`, { bodyText: 'Förfalskat', authorName: 'Någon annan' })
    const answer = await sessions.moderator.request('GET', `${comment}/${ids.comment}`)
    expect(read(answer.body, 'data')).toMatchObject({ bodyText: 'När blir det av?', authorName: 'Ingrid' })
  })

  it('the start page shows nobody what they may not read', async () => {
    const shown = async (session: AdminSession) => {
      const answer = await session.request('GET', '/content-manager/homepage/recent-documents?action=update')
      return JSON.stringify(answer.body)
    }
    expect(await shown(sessions.editor)).toContain('api::person.person')
    expect(await shown(sessions.moderator)).not.toMatch(/api::(?:article|person|organisation|topic)/)
    expect(await shown(sessions.author)).not.toMatch(/Vägen till vattnet|api::comment/)
  })

  it('only the editor may withdraw an article', async () => {
    const may = async (session: AdminSession) => {
      const answer = await session.request('GET', '/admin/users/me/permissions')
      return list(read(answer.body, 'data')).some(permission => read(permission, 'action') === 'api::klartext.withdraw')
    }
    expect([await may(sessions.author), await may(sessions.editor), await may(sessions.moderator)]).toEqual([false, true, false])
  })
})

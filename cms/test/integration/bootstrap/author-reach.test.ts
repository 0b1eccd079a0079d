import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, signIn, signInAs } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'

const articles = '/content-manager/collection-types/api::article.article'

let cms: FreshCms
let author: AdminSession
let administrator: AdminSession
let foreign: string
let own: string
let person: string
let number = 0

const essay = (data: object = {}) => ({ kind: 'essay', title: `Utkast ${++number}`, body: body('Hemligt ännu.'), ...data })

beforeAll(async () => {
  cms = await freshCms()
  administrator = await signIn(cms)
  author = await signInAs(cms, 'strapi-author')
  const created = async (session: AdminSession, data: object = {}) => String(read((await session.request('POST', articles, essay({ commentsOpen: true, ...data }))).body, 'data', 'documentId'))
  person = String(read((await administrator.request('POST', '/content-manager/collection-types/api::person.person', { name: 'Nils Holm' })).body, 'data', 'documentId'))
  foreign = await created(administrator, { authors: { connect: [{ documentId: person }] } })
  own = await created(author)
})
afterAll(async () => cms?.dispose())

const count = async (where: string): Promise<number> => {
  const [row] = await createNewsroom(cms).sql<{ n: number | string }>(`select count(*) as n from articles where ${where}`)
  return Number(row?.n)
}

describe('an author publishes nothing', () => {
  it.each([
    ['by creating it published', 'POST', () => `${articles}?status=published`, () => essay({ status: 'published' })],
    ['by creating it with a date of publication', 'POST', () => articles, () => essay({ publishedAt: '2026-01-01T00:00:00.000Z' })],
    ['by creating and publishing in one', 'POST', () => `${articles}/actions/publish`, () => essay()],
    ['by saving it published', 'PUT', () => `${articles}/${own}?status=published`, () => essay({ status: 'published' })],
    ['by publishing it', 'POST', () => `${articles}/${own}/actions/publish`, () => essay({ status: 'published' })],
    ['by copying it published', 'POST', () => `${articles}/clone/${own}?status=published`, () => essay({ status: 'published', slug: 'kopia' })],
    ['in another language', 'PUT', () => `${articles}/${own}?locale=en`, () => essay({ status: 'published', locale: 'en' })],
  ])('%s', async (_, method, path, data) => {
    const answer = await author.request(method, path(), data())
    expect({ published: await count('published_at is not null'), log: await createNewsroom(cms).lastSeq() }, JSON.stringify(answer)).toEqual({ published: 0, log: 0 })
  })
})

describe('an author does not reach what another is writing', () => {
  const attempts: [what: string, method: string, path: () => string, data: () => unknown, status: number][] = [
    ['copying it', 'POST', () => `${articles}/clone/${foreign}`, () => ({ title: 'Kopia', slug: 'en-kopia' }), 403],
    ['copying it as it is', 'POST', () => `${articles}/auto-clone/${foreign}`, () => ({}), 403],
    ['beginning a translation of it', 'PUT', () => `${articles}/${foreign}?locale=en`, () => essay({ kind: 'profile', commentsOpen: false, locale: 'en' }), 403],
    ['throwing its changes away', 'POST', () => `${articles}/${foreign}/actions/discard`, () => ({}), 404],
    ['asking for its preview', 'GET', () => `/content-manager/preview/url/api::article.article?documentId=${foreign}&locale=sv&status=draft`, () => undefined, 204],
    ['asking whom it names', 'GET', () => `/content-manager/relations/api::article.article/${foreign}/authors`, () => undefined, 403],
    ['counting what it names', 'GET', () => `${articles}/${foreign}/actions/countDraftRelations`, () => undefined, 403],
  ]
  it.each(attempts)('by %s', async (_, method, path, data, status) => {
    const before = await count('1 = 1')
    const answer = await author.request(method, path(), data())
    expect(answer.status, JSON.stringify(answer)).toBe(status)
    expect(JSON.stringify(answer)).not.toMatch(/Hemligt|Nils|token=/)
    expect(await count('1 = 1')).toBe(before)
    expect(read((await administrator.request('GET', `${articles}/${foreign}`)).body, 'data')).toMatchObject({ kind: 'essay', commentsOpen: true })
  })
})

describe('an author may', () => {
  it('copy and translate own drafts', async () => {
    expect(await author.request('POST', `${articles}/clone/${own}`, { title: 'Kopia', slug: 'min-kopia' })).toMatchObject({ status: 200 })
    expect(await author.request('PUT', `${articles}/${own}?locale=en`, essay({ locale: 'en' }))).toMatchObject({ status: 200 })
  })
})

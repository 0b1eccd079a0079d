import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as contract from '../src/index.js'

const page = { page: 1, limit: 20 }
const language = 'sv'

const queries: Record<string, { schema: v.GenericSchema, asked: object, read: object, empty: object }> = {
  articleListQuerySchema: {
    schema: contract.articleListQuerySchema,
    asked: { kind: 'essay', person: 'karim-nordin', organisation: 'sjovik-kommun', topic: 'vatten', language: 'en', sort: '-title', page: '3', limit: '50' },
    read: { kind: 'essay', person: 'karim-nordin', organisation: 'sjovik-kommun', topic: 'vatten', language: 'en', sort: '-title', page: 3, limit: 50 },
    empty: { ...page, sort: '-firstPublishedAt' },
  },
  articleQuerySchema: {
    schema: contract.articleQuerySchema,
    asked: { language: 'en', asOf: '2026-05-01' },
    read: { language: 'en', asOf: '2026-05-01' },
    empty: { language },
  },
  changeQuerySchema: {
    schema: contract.changeQuerySchema,
    asked: { after: '9007199254740991', limit: '1' },
    read: { after: Number.MAX_SAFE_INTEGER, limit: 1 },
    empty: { after: 0, limit: 100 },
  },
  changeStreamQuerySchema: { schema: contract.changeStreamQuerySchema, asked: { after: '107.x-Y_z' }, read: { after: '107.x-Y_z' }, empty: {} },
  documentQuerySchema: { schema: contract.documentQuerySchema, asked: { language: 'en' }, read: { language: 'en' }, empty: { language } },
  emptyQuerySchema: { schema: contract.emptyQuerySchema, asked: {}, read: {}, empty: {} },
  listQuerySchema: { schema: contract.listQuerySchema, asked: { page: '2' }, read: { ...page, page: 2, language }, empty: { ...page, language } },
  opennessQuerySchema: { schema: contract.opennessQuerySchema, asked: { organisation: 'sjovik-kommun' }, read: { language, organisation: 'sjovik-kommun' }, empty: { language } },
  threadQuerySchema: { schema: contract.threadQuerySchema, asked: { limit: '100' }, read: { ...page, limit: 100, language }, empty: { ...page, language } },
  versionListQuerySchema: { schema: contract.versionListQuerySchema, asked: { page: '100', limit: '100' }, read: { page: 100, limit: 100, language }, empty: { ...page, language } },
  versionQuerySchema: { schema: contract.versionQuerySchema, asked: { language: 'en' }, read: { language: 'en' }, empty: { language } },
}

describe('queries', () => {
  it('are tried, every one', () => {
    expect(Object.keys(queries)).toEqual(Object.keys(contract).filter(name => name.endsWith('QuerySchema')).sort())
  })

  it.each(Object.entries(queries))('%s reads what is asked and fills in the rest', (_, { schema, asked, read, empty }) => {
    expect(v.parse(schema, asked)).toEqual(read)
    expect(v.parse(schema, {})).toEqual(empty)
  })

  it.each(Object.entries(queries))('%s names a key it does not know', (_, { schema, asked }) => {
    const { issues } = v.safeParse(schema, { populate: '*' })
    expect(issues?.map(issue => [v.getDotPath(issue), issue.message])).toEqual([
      ['populate', `is not a query key here; use ${Object.keys(asked).length > 0 ? expectedKeys(schema) : 'none'}`],
    ])
  })

  it.each<[schema: string, query: object, path: string, message: string]>([
    ['articleListQuerySchema', { kind: 'news' }, 'kind', 'must be one of profile, essay'],
    ['articleListQuerySchema', { kind: ['essay', 'profile'] }, 'kind', 'must be one of profile, essay'],
    ['articleListQuerySchema', { sort: 'lix' }, 'sort', 'must be one of -firstPublishedAt, firstPublishedAt, -publicUpdatedAt, publicUpdatedAt, title, -title'],
    ['articleListQuerySchema', { topic: 'Vatten!' }, 'topic', 'must be lower-case letters, digits and single hyphens'],
    ['articleListQuerySchema', { language: 'svenska' }, 'language', 'must be a language tag such as sv or en'],
    ['articleListQuerySchema', { limit: '0' }, 'limit', 'must be at least 1'],
    ['articleListQuerySchema', { limit: '101' }, 'limit', 'must be at most 100'],
    ['articleListQuerySchema', { limit: '-1' }, 'limit', 'must be a whole number'],
    ['articleListQuerySchema', { limit: '1e2' }, 'limit', 'must be a whole number'],
    ['articleListQuerySchema', { page: '' }, 'page', 'must be a whole number'],
    ['articleListQuerySchema', { page: '0' }, 'page', 'must be at least 1'],
    ['articleListQuerySchema', { page: '101', limit: '100' }, 'page', 'page × limit must be at most 10000; follow /api/v1/changes to read everything'],
    ['articleQuerySchema', { asOf: '2026-02-30' }, 'asOf', 'must be a day such as 2026-05-01 or an instant such as 2026-05-01T10:30:00+02:00'],
    ['articleQuerySchema', { asOf: '2026-05-01T10:30' }, 'asOf', 'must be a day such as 2026-05-01 or an instant such as 2026-05-01T10:30:00+02:00'],
    ['articleQuerySchema', { asOf: '2026-05-01T10:30:00 02:00' }, 'asOf', 'must be a day such as 2026-05-01 or an instant such as 2026-05-01T10:30:00+02:00'],
    ['changeQuerySchema', { after: '-1' }, 'after', 'must be a whole number'],
    ['changeQuerySchema', { after: '9007199254740993' }, 'after', 'must be at most 9007199254740991'],
    ['changeStreamQuerySchema', { after: '' }, 'after', 'must be the id of an event of the stream, or the seq of a change'],
    ['changeStreamQuerySchema', { after: '107.a\nb' }, 'after', 'must be the id of an event of the stream, or the seq of a change'],
  ])('%s refuses %j', (name, query, path, message) => {
    const { issues } = v.safeParse(queries[name]?.schema ?? v.never(), query)
    expect(issues?.map(issue => [v.getDotPath(issue), issue.message])).toEqual([[path, message]])
  })
})

function expectedKeys(schema: v.GenericSchema): string {
  return 'entries' in schema && typeof schema.entries === 'object' ? Object.keys(schema.entries ?? {}).join(', ') : ''
}

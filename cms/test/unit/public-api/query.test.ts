import { articleListQuerySchema, articleQuerySchema, changeQuerySchema, emptyQuerySchema } from '@klartext/contract'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PublicProblem } from '../../../src/public-api/problem'
import { parseQuery } from '../../../src/public-api/query'

const schemas = { articleListQuerySchema, articleQuerySchema, changeQuerySchema, emptyQuerySchema }

const refusalOf = (schema: keyof typeof schemas, query: string): PublicProblem => {
  try {
    parseQuery(schemas[schema], query)
  }
  catch (error) {
    if (error instanceof PublicProblem)
      return error
    throw error
  }
  throw new Error(`"${query}" was let through`)
}

it.each([
  ['nothing', '', { sort: '-firstPublishedAt', page: 1, limit: 20 }],
  ['empty pairs', '&&', { sort: '-firstPublishedAt', page: 1, limit: 20 }],
  ['values', 'kind=essay&page=3&limit=50', { kind: 'essay', sort: '-firstPublishedAt', page: 3, limit: 50 }],
  ['encoded values', 'language=s%76&sort=%2Dtitle', { language: 'sv', sort: '-title', page: 1, limit: 20 }],
  ['the deepest page', 'page=100&limit=100', { sort: '-firstPublishedAt', page: 100, limit: 100 }],
])('reads %s', (_, query, expected) => {
  expect(parseQuery(articleListQuerySchema, query)).toEqual(expected)
})

it.each(['2026-05-01T10:30:00+02:00', '2026-05-01T10:30:00%2B02:00'])('reads the instant %s with its plus sign', (asOf) => {
  expect(parseQuery(articleQuerySchema, `asOf=${asOf}`)).toEqual({ language: 'sv', asOf: '2026-05-01T10:30:00+02:00' })
})

it.each([
  ['an unknown key', 'articleListQuerySchema', 'colour=red', ['colour']],
  ['several unknown keys', 'articleListQuerySchema', 'colour=red&populate=*&filters[createdBy][email]=a', ['colour', 'populate', 'filters[createdBy][email]']],
  ['a key without a name', 'articleListQuerySchema', '=1', ['']],
  ['a key that every object has', 'emptyQuerySchema', 'constructor=1&__proto__=2&toString', ['constructor', '__proto__', 'toString']],
  ['a repeated key', 'articleListQuerySchema', 'kind=essay&kind=profile', ['kind']],
  ['a key repeated as an array', 'articleListQuerySchema', 'kind[]=essay', ['kind[]']],
  ['a key in another case', 'articleListQuerySchema', 'Kind=essay', ['Kind']],
  ['page zero', 'articleListQuerySchema', 'page=0', ['page']],
  ['a page that is no number', 'articleListQuerySchema', 'page=two', ['page']],
  ['a fraction', 'articleListQuerySchema', 'page=1.5', ['page']],
  ['a number in hex', 'articleListQuerySchema', 'page=0x1', ['page']],
  ['a sign before a number', 'articleListQuerySchema', 'page=%2B1', ['page']],
  ['an empty page', 'articleListQuerySchema', 'page=', ['page']],
  ['a key without a value', 'articleListQuerySchema', 'kind', ['kind']],
  ['limit above the largest', 'articleListQuerySchema', 'limit=101', ['limit']],
  ['too deep a page', 'articleListQuerySchema', 'page=101&limit=100', ['page']],
  ['an unknown kind', 'articleListQuerySchema', 'kind=poem', ['kind']],
  ['an unknown order', 'articleListQuerySchema', 'sort=createdAt', ['sort']],
  ['a slug with a space', 'articleListQuerySchema', 'person=a+b', ['person']],
  ['a slug with NUL', 'articleListQuerySchema', 'topic=a%00b', ['topic']],
  ['a language that is no tag', 'articleListQuerySchema', 'language=svenska', ['language']],
  ['a value that is not UTF-8', 'articleListQuerySchema', 'topic=%E5', ['topic']],
  ['a key that is not UTF-8', 'articleListQuerySchema', '%E5=1', ['%E5']],
  ['several faults', 'articleListQuerySchema', 'page=0&limit=0&x=1', ['x', 'page', 'limit']],
  ['a day that is not in the calendar', 'articleQuerySchema', 'asOf=2026-02-30', ['asOf']],
  ['an instant without an offset', 'articleQuerySchema', 'asOf=2026-02-20T10:00:00', ['asOf']],
  ['a cursor below zero', 'changeQuerySchema', 'after=-1', ['after']],
  ['a cursor too large to be exact', 'changeQuerySchema', 'after=9007199254740993', ['after']],
  ['status', 'articleQuerySchema', 'status=draft', ['status']],
] as const)('refuses %s and names the key', (_, schema, query, paths) => {
  const refusal = refusalOf(schema, query)
  expect(refusal.status).toBe(400)
  expect(refusal.extras.errors?.map(error => error.path)).toEqual(paths)
  expect(refusal.extras.errors?.every(error => error.message.length > 0)).toBe(true)
})

it('points to the change feed where a page is too deep', () => {
  expect(refusalOf('articleListQuerySchema', 'page=10000&limit=100').extras.errors?.[0]?.message).toContain('/api/v1/changes')
})

it('tells which keys there are', () => {
  expect(refusalOf('changeQuerySchema', 'x=1').extras.errors?.[0]?.message).toBe('is not a query key here; use after, limit')
  expect(refusalOf('emptyQuerySchema', 'x=1').extras.errors?.[0]?.message).toBe('is not a query key here; use none')
})

it('reads or refuses any query', () => {
  const key = fc.oneof(fc.constantFrom('kind', 'page', 'limit', 'language', 'sort', 'person', 'asOf', 'after'), fc.string())
  const pair = fc.tuple(key, fc.oneof(fc.string(), fc.webQueryParameters())).map(([name, value]) => `${name}=${value}`)
  fc.assert(fc.property(fc.array(pair).map(pairs => pairs.join('&')), fc.constantFrom(...Object.values(schemas)), (query, schema) => {
    try {
      parseQuery(schema, query)
    }
    catch (error) {
      expect(error).toBeInstanceOf(PublicProblem)
    }
  }), { numRuns: 1000 })
})

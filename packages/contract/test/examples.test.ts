import type { Shown } from './walk-schema.js'
import { readdirSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as contract from '../src/index.js'
import { examples, examplesFolder, readExample } from './example-files.js'
import { noteShown, partsOf } from './walk-schema.js'

const exportedSchemas = Object.entries(contract).filter(([name]) => name.endsWith('Schema'))

describe('the curated examples', () => {
  it('are listed, every one', () => {
    expect(readdirSync(examplesFolder).sort()).toEqual(Object.keys(examples))
  })

  it.each(Object.entries(examples))('%s fits its schema and holds nothing the schema does not know', (file, schema) => {
    expect(v.parse(schema, readExample(file))).toEqual(readExample(file))
  })

  it('show every schema that is exported', () => {
    const shown = new Set(Object.values(examples).flatMap(schema => [...partsOf(schema)]))
    // A query is what a client asks, not an answer: query.test.ts shows each of them.
    const missing = exportedSchemas.filter(([name, schema]) => !name.endsWith('QuerySchema') && !shown.has(schema))
    expect(missing.map(([name]) => name)).toEqual([])
  })

  it('show every body part, kind of list and mark', () => {
    const bodies = ['article-essay.json', 'article-profile.json'].flatMap(file => v.parse(contract.articleSchema, readExample(file)).body)
    expect(new Set(bodies.map(part => part.type))).toEqual(new Set(contract.bodyPartSchema.options.map(option => option.entries.type.literal)))
    const text = JSON.stringify(bodies)
    for (const mark of contract.marks)
      expect(text).toContain(`"${mark}"`)
    for (const shape of ['"ordered":true', '"ordered":false', '"list":{', '"level":2', '"level":3', '"level":4'])
      expect(text).toContain(shape)
  })

  it('show every field that may be empty both empty and filled, at least once in all', () => {
    const shown: Shown = new Map()
    for (const [file, schema] of Object.entries(examples))
      noteShown(schema, readExample(file), shown, file)
    const onlyOneWay = [...shown.values()].filter(({ empty, filled }) => empty === 0 || filled === 0)
    expect(onlyOneWay).toEqual([])
  })

  it('hold a thread three levels deep, with a question answered by the author, a tombstone and a comment without name or date', () => {
    const { items, total } = v.parse(contract.threadSchema, readExample('thread.json'))
    const all = (comments: contract.Comment[]): contract.Comment[] => comments.flatMap(comment => [comment, ...all(comment.replies)])
    const comments = all(items)
    expect(comments.some(({ number }) => number.split('.').length === 3)).toBe(true)
    expect(comments.some(({ isQuestion, answeredAt, replies }) => isQuestion && answeredAt && replies.some(({ author }) => author.isAuthor))).toBe(true)
    expect(comments.some(({ tombstone }) => tombstone)).toBe(true)
    expect(comments.some(({ author, createdAt }) => author.name === null && createdAt === null)).toBe(true)
    expect(comments.filter(({ tombstone }) => !tombstone)).toHaveLength(total)
    expect(v.parse(contract.articleSchema, readExample('article-essay.json')).commentCount).toBe(total)
  })
})

import type { CommentDocument } from '../../../src/example-content/document-schemas'
import type { BodyPart } from '../../../src/example-content/markdown-to-body'
import type { Block, InlineNode, ListItemNode, ListNode } from '../../../src/example-content/strapi-blocks'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readability } from '@klartext/plain-language'
import { describe, expect, it } from 'vitest'
import { markdownToBody } from '../../../src/example-content/markdown-to-body'
import { readExampleContent } from '../../../src/example-content/read-documents'

const folder = path.resolve(__dirname, '../../../example-content')
const content = readExampleContent(folder)

const inlineText = (nodes: InlineNode[]): string => nodes.map(node => node.type === 'link' ? inlineText(node.children) : node.text).join('')
const listTexts = (node: ListNode | ListItemNode): string[] => node.type === 'list' ? node.children.flatMap(listTexts) : [inlineText(node.children)]
const blockTexts = (blocks: Block[]): string[] => blocks.flatMap(block => block.type === 'list' ? listTexts(block) : [inlineText(block.children)])
const textOf = (body: BodyPart[]): string[] => body.flatMap(part => part.kind === 'text' ? blockTexts(part.text) : [])
const bodyOf = ({ forms }: { forms: { body: string }[] }): BodyPart[] => markdownToBody(forms.at(-1)?.body ?? '')
const spoken = (body: BodyPart[]): string[] => textOf(body).filter(line => /^[–-]/.test(line))
const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length
const flat = (comments: CommentDocument[]): CommentDocument[] => comments.flatMap(comment => [comment, ...flat(comment.replies)])
const depthOf = (comments: CommentDocument[]): number => comments.length === 0 ? 0 : 1 + Math.max(...comments.map(({ replies }) => depthOf(replies)))
const article = (slug: string) => content.articles.find(one => one.slug === slug) ?? expect.fail(`no article ${slug}`)

describe('the example content as a whole', () => {
  it('has enough of each kind', () => {
    const kinds = content.articles.map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'profile')).toHaveLength(6)
    expect(kinds.filter(kind => kind === 'essay')).toHaveLength(6)
    expect(content.people.length).toBeGreaterThanOrEqual(8)
    expect(content.organisations.length).toBeGreaterThanOrEqual(4)
    expect(content.articles.filter(({ english }) => english).map(({ kind }) => kind).sort()).toEqual(['essay', 'profile'])
  })

  it('has a chain of three organisations', () => {
    const parentOf = (slug: string | undefined) => content.organisations.find(one => one.slug === slug)?.parent
    expect(parentOf(parentOf('trafikenheten'))).toBe('sjoviks-kommun')
  })

  it('says on every page that it is an example', () => {
    for (const { slug, topics, cover } of content.articles) {
      expect(topics, slug).toContain('exempelinnehall')
      expect(cover.credit, slug).toContain('exempelinnehåll')
    }
  })

  it('points only at what exists', () => {
    const organisations = content.organisations.map(({ slug }) => slug)
    const people = content.people.map(({ slug }) => slug)
    for (const { organisation } of content.people)
      expect(organisations).toContain(organisation)
    for (const one of content.articles) {
      expect(people).toEqual(expect.arrayContaining([...one.authors, ...one.subjects]))
      expect(organisations).toEqual(expect.arrayContaining([...one.organisations, one.publisher]))
      expect(Object.keys(content.topics)).toEqual(expect.arrayContaining(one.topics))
      expect(people).toEqual(expect.arrayContaining(flat(one.comments).flatMap(({ person }) => person ?? [])))
    }
  })

  it('has a small file and a drawing for every image, and no image too many', () => {
    const images = path.join(folder, 'images')
    expect(readdirSync(images).filter(name => name.endsWith('.webp')).sort()).toEqual(Object.keys(content.images).sort())
    for (const name of Object.keys(content.images)) {
      expect(existsSync(path.join(images, 'source', name.replace('.webp', '.svg'))), name).toBe(true)
      expect(statSync(path.join(images, name)).size, name).toBeLessThan(70_000)
    }
  })
})

const bySlug = <T extends { slug: string }>(articles: T[]) => articles.map(one => [one.slug, one] as const)

describe.each(bySlug(content.articles))('%s', (_, one) => {
  const body = bodyOf(one)

  it('is long enough to be worth opening, and no heavier than plain Swedish', () => {
    const { words, lix } = readability(textOf(body))
    expect(words).toBeGreaterThanOrEqual(350)
    expect(lix).toBeLessThanOrEqual(45)
  })

  it('was published in the last year, before its comments', () => {
    expect(Date.parse(one.statedPublishedAt)).toBeGreaterThan(Date.parse('2025-11-20'))
    expect(Date.parse(one.statedPublishedAt)).toBeLessThan(Date.parse('2026-11-20'))
    for (const { at } of flat(one.comments))
      expect(Date.parse(at)).toBeGreaterThan(Date.parse(one.statedPublishedAt))
  })

  it('names only images that are there', () => {
    const figures = body.flatMap(part => part.kind === 'figure' ? [part.figure] : part.kind === 'infographic' ? [part.infographic] : [])
    expect(Object.keys(content.images)).toEqual(expect.arrayContaining([one.cover, ...figures].map(({ image }) => image)))
  })
})

it.each(bySlug(content.articles.filter(({ kind }) => kind === 'profile')))('%s lets its one subject speak', (_, profile) => {
  expect(profile.subjects).toHaveLength(1)
  expect(spoken(bodyOf(profile)).length).toBeGreaterThanOrEqual(6)
})

it.each(bySlug(content.articles.flatMap(one => one.english ? [{ ...one, english: one.english }] : [])))('%s has the same parts in English', (_, one) => {
  const english = bodyOf(one.english)
  expect(english.map(({ kind }) => kind)).toEqual(bodyOf(one).map(({ kind }) => kind))
  expect(spoken(english)).toHaveLength(spoken(bodyOf(one)).length)
})

describe('the long essay', () => {
  const essay = article('gangbanan-forst')
  const body = bodyOf(essay)
  const comments = flat(essay.comments)

  it('has 1,600 words or more, more than four headings, lists, sources and an infographic with its figures', () => {
    expect(readability(textOf(body)).words).toBeGreaterThanOrEqual(1600)
    const blocks = body.flatMap(part => part.kind === 'text' ? part.text : [])
    expect(blocks.filter(({ type }) => type === 'heading').length).toBeGreaterThan(4)
    expect(blocks.filter(({ type }) => type === 'list').length).toBeGreaterThan(1)
    expect(textOf(body)).toContain('Källor')
    const infographic = body.find(part => part.kind === 'infographic') ?? expect.fail('no infographic')
    expect(wordsOf(infographic.infographic.longDescription)).toBeGreaterThan(50)
    expect(infographic.infographic.table).toHaveLength(6)
  })

  it('has fourteen comments of 900 words or more, three levels deep, with one question left', () => {
    expect(comments).toHaveLength(14)
    expect(comments.reduce((sum, { text }) => sum + wordsOf(text), 0)).toBeGreaterThanOrEqual(900)
    expect(depthOf(essay.comments)).toBe(3)
    expect(comments.filter(({ question, answered }) => question && answered)).toHaveLength(3)
    expect(comments.filter(({ question, answered }) => question && !answered)).toHaveLength(1)
    expect(comments.filter(({ person }) => person === 'elsa-rinnefors')).toHaveLength(4)
  })

  it('repeats in the long description every figure of the table', () => {
    const infographic = body.find(part => part.kind === 'infographic') ?? expect.fail('no infographic')
    const { longDescription, table } = infographic.infographic
    for (const cell of (table ?? []).slice(1).flatMap(row => row.slice(1)))
      expect(longDescription).toContain(cell)
  })
})

describe('the corrected essay', () => {
  it('first stated the wrong share, and says in its note what was wrong', () => {
    const { forms, changes } = article('elva-timmar-med-kokrad')
    expect(forms.map(({ body }) => /nådde (\d+) procent/.exec(body)?.[1])).toEqual(['71', '61'])
    expect(forms[0]?.body).not.toContain('61 procent')
    expect(forms[1]?.body).not.toContain('71 procent')
    expect(changes.map(({ kind }) => kind)).toEqual(['correction'])
  })
})

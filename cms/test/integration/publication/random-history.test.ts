import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom, Type } from './newsroom'
import { commentSchema } from '@klartext/contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, text } from './newsroom'

let cms: FreshCms
let room: Newsroom
let world: Record<Type, string[]>

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  const drafts = async (type: Type, count: number, data: (index: number) => object): Promise<string[]> => {
    const ids: string[] = []
    for (let index = 0; index < count; index++)
      ids.push(await room.draft(type, data(index)))
    return ids
  }
  world = {
    organisation: await drafts('organisation', 3, index => ({ name: `Organisation ${index}` })),
    person: await drafts('person', 3, index => ({ name: `Person ${index}` })),
    topic: await drafts('topic', 2, index => ({ name: `Ämne ${index}` })),
    article: await drafts('article', 3, index => ({ title: `Artikel ${index}`, kind: 'essay', body: body() })),
    comment: [],
  }
  for (const id of world.article)
    await room.save('article', id, { title: `Article ${id.slice(0, 4)}`, body: body('A text.') }, { locale: 'en' })
  world.comment = await drafts('comment', 9, index => ({ articleId: world.article[index % 3], bodyText: `Kommentar ${index}`, isQuestion: index % 2 === 0, personId: index % 3 === 0 ? world.person[index % 2] : null }))
})
afterAll(async () => cms?.dispose())

type Step = (room: Newsroom) => Promise<unknown>

const one = (type: Type) => fc.nat(20).map(number => world[type][number % world[type].length] ?? '')
const some = (type: Type) => fc.uniqueArray(one(type), { maxLength: 2 })
const language = fc.constantFrom('sv', 'en')
const name = fc.constantFrom('Åsa', 'Bo', 'Cia "C"', 'Dag – dag', 'Elsa')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })

/** Anything that editors and moderators do; much of it is refused, which must leave nothing. */
const step: () => fc.Arbitrary<[string, Step]> = () => fc.oneof(
  fc.tuple(fc.constantFrom<Type>('person', 'organisation', 'topic').chain(type => fc.tuple(fc.constant(type), one(type))), name, maybe(one('organisation'))).map(([[type, id], newName, above]): [string, Step] => {
    const member = type === 'person' ? { organisation: above, bio: text(newName) } : type === 'organisation' ? { parent: above, slug: newName.includes('"') ? `adress-${id.slice(0, 3)}` : null } : { translations: [{ language: 'en', name: `In English ${newName}` }] }
    return [`${type} ${newName}`, async room => room.update(type, id, { name: newName, ...member })]
  }),
  { weight: 4, arbitrary: fc.tuple(one('article'), language, name, some('person'), some('person'), some('organisation'), maybe(one('organisation')), some('topic'), fc.constantFrom('profile', 'essay'), maybe(fc.constantFrom('ett', 'tva', 'tre')), maybe(fc.constantFrom('correction', 'language')))
    .map(([id, locale, title, authors, subjects, organisations, publisher, topics, kind, slug, changeKind]): [string, Step] => [
      `article ${locale} ${title}`,
      async room => room.update('article', id, { title, authors, subjects, organisations, publisher, topics, kind, changeKind, ...slug === null ? {} : { slug } }, { locale }),
    ]) },
  fc.tuple(fc.constantFrom<Type>('person', 'organisation', 'topic', 'article').chain(type => fc.tuple(fc.constant(type), one(type))), language).map(([[type, id], locale]): [string, Step] =>
    [`unpublish ${type}`, async room => room.unpublish(type, id, type === 'article' ? { locale } : {})]),
  fc.tuple(one('article'), language).map(([documentId, locale]): [string, Step] => ['withdraw', async () => cms.run('withdraw', { documentId, language: locale, notice: 'Fel.' })]),
  { weight: 4, arbitrary: fc.tuple(one('comment'), fc.constantFrom('approved', 'approved', 'approved', 'hidden', 'declined', 'pending'), maybe(one('comment')), name).map(([id, moderationStatus, parentId, bodyText]): [string, Step] =>
    [`comment ${moderationStatus}`, async room => room.save('comment', id, { moderationStatus, bodyText, hiddenRule: 'Regel', ...parentId === null ? {} : { parentId } })]) },
)

const steps = () => fc.array(fc.constant(null).chain(step), { minLength: 15, maxLength: 30 })

it('whatever happens, a rebuild makes the same bytes, the chain is whole and every answer fits the contract', async () => {
  let refused = 0
  let done = 0
  await fc.assert(fc.asyncProperty(steps(), async (history) => {
    for (const [, run] of history) {
      const before = await room.lastSeq()
      const error = await run(room).then(() => null, (error: Error) => error)
      if (error) {
        refused += 1
        expect(error, error.message).toMatchObject({ remoteName: 'ValidationError' })
        expect(await room.lastSeq()).toBe(before)
      }
      else {
        done += 1
      }
    }
    const before = await room.readModel()
    await cms.run('rebuild')
    expect(await room.readModel()).toEqual(before)
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
    for (const { subject_type: type, document_id: id, language } of await room.sql<{ subject_type: 'article', document_id: string, language: string }>('select subject_type, document_id, language from public_document where state = \'published\''))
      await room.shown(type, id, language)
    for (const { json } of await room.sql<{ json: { data: number[] } }>('select json from public_comment'))
      v.parse(commentSchema, { ...JSON.parse(Buffer.from(json.data).toString()), replyCount: 0, replies: [] })
  }), { numRuns: 8 })
  expect(refused).toBeGreaterThan(5)
  expect(done).toBeGreaterThan(40)
}, 300_000)

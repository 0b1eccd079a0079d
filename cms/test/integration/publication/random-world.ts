import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom, Type } from './newsroom'
import fc from 'fast-check'
import { body, text } from './newsroom'

/** What an editor or a moderator does, with a word for it. */
export type Step = [what: string, run: () => Promise<unknown>]

/** A small site of drafts, and anything that editors and moderators may do in it; much of it is refused, which must leave nothing. */
export interface RandomWorld {
  ids: Record<Type, string[]>
  step: () => fc.Arbitrary<Step>
}

export async function createRandomWorld(cms: FreshCms, room: Newsroom): Promise<RandomWorld> {
  const ids = await createDrafts(room)
  return { ids, step: () => stepsIn(ids, cms, room) }
}

async function createDrafts(room: Newsroom): Promise<Record<Type, string[]>> {
  const drafts = async (type: Type, count: number, data: (index: number) => object): Promise<string[]> => {
    const ids: string[] = []
    for (let index = 0; index < count; index++)
      ids.push(await room.draft(type, data(index)))
    return ids
  }
  const world: Record<Type, string[]> = {
    organisation: await drafts('organisation', 3, index => ({ name: `Organisation ${index}` })),
    person: await drafts('person', 3, index => ({ name: `Person ${index}` })),
    topic: await drafts('topic', 2, index => ({ name: `Ämne ${index}` })),
    article: await drafts('article', 3, index => ({ title: `Artikel ${index}`, kind: 'essay', body: body() })),
    comment: [],
  }
  for (const id of world.article)
    await room.save('article', id, { title: `Article ${id.slice(0, 4)}`, body: body('A text.') }, { locale: 'en' })
  world.comment = await drafts('comment', 9, index => ({ articleId: world.article[index % 3], bodyText: `Kommentar ${index}`, isQuestion: index % 2 === 0, personId: index % 3 === 0 ? world.person[index % 2] : null }))
  return world
}

function stepsIn(world: Record<Type, string[]>, cms: FreshCms, room: Newsroom): fc.Arbitrary<Step> {
  const one = (type: Type) => fc.nat(20).map(number => world[type][number % world[type].length] ?? '')
  const some = (type: Type) => fc.uniqueArray(one(type), { maxLength: 2 })
  const language = fc.constantFrom('sv', 'en')
  const name = fc.constantFrom('Åsa', 'Bo', 'Cia "C"', 'Dag – dag', 'Elsa')
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
  return fc.oneof(
    fc.tuple(fc.constantFrom<Type>('person', 'organisation', 'topic').chain(type => fc.tuple(fc.constant(type), one(type))), name, maybe(one('organisation')), maybe(fc.constantFrom('har', 'dar'))).map(([[type, id], newName, above, slug]): Step => {
      const member = type === 'person' ? { organisation: above, bio: text(newName) } : type === 'organisation' ? { parent: above } : { translations: [{ language: 'en', name: `In English ${newName}` }] }
      return [`${type} ${newName} ${slug}`, async () => room.update(type, id, { name: newName, ...member, ...slug === null ? {} : { slug } })]
    }),
    { weight: 4, arbitrary: fc.tuple(one('article'), language, name, some('person'), some('person'), some('organisation'), maybe(one('organisation')), some('topic'), fc.constantFrom('profile', 'essay'), maybe(fc.constantFrom('ett', 'tva', 'tre')), maybe(fc.constantFrom('correction', 'language')))
      .map(([id, locale, title, authors, subjects, organisations, publisher, topics, kind, slug, changeKind]): Step => [
        `article ${locale} ${title}`,
        async () => room.update('article', id, { title, authors, subjects, organisations, publisher, topics, kind, changeKind, ...slug === null ? {} : { slug } }, { locale }),
      ]) },
    fc.tuple(fc.constantFrom<Type>('person', 'organisation', 'topic', 'article').chain(type => fc.tuple(fc.constant(type), one(type))), language).map(([[type, id], locale]): Step =>
      [`unpublish ${type}`, async () => room.unpublish(type, id, type === 'article' ? { locale } : {})]),
    fc.tuple(one('article'), language).map(([documentId, locale]): Step => ['withdraw', async () => cms.run('withdraw', { documentId, language: locale, notice: 'Fel.' })]),
    { weight: 4, arbitrary: fc.tuple(one('comment'), fc.constantFrom('approved', 'approved', 'approved', 'hidden', 'declined', 'pending'), maybe(one('comment')), name).map(([id, moderationStatus, parentId, bodyText]): Step =>
      [`comment ${moderationStatus}`, async () => room.save('comment', id, { moderationStatus, bodyText, hiddenRule: 'Regel', ...parentId === null ? {} : { parentId } })]) },
  )
}

import type { Core } from '@strapi/strapi'
import * as v from 'valibot'
import { uids } from '../../../publication/subjects'

/** What all languages of an article have in common; Strapi shares plain fields that are not localised, but keeps relations apart. */
const shared = ['authors', 'subjects', 'organisations', 'publisher', 'topics'] as const

type Shared = Record<(typeof shared)[number], readonly string[]>

const target = v.object({ documentId: v.string() })
const targets = v.pipe(
  v.nullish(v.union([v.array(target), target]), null),
  v.transform(found => (found === null ? [] : [found].flat()).map(({ documentId }) => documentId)),
)
const draftsSchema = v.array(v.object({ locale: v.string(), authors: targets, subjects: targets, organisations: targets, publisher: targets, topics: targets }))

const callSchema = v.looseObject({
  documentId: v.string(),
  locale: v.nullish(v.string()),
  data: v.record(v.string(), v.unknown()),
})

/**
 * Keeps who wrote an article, whom it is about, what it names, who publishes it and its topics the same in every language: a new
 * language begins with them, and a change of them in one draft is a change in all. Readers see it when a language is published.
 */
export function shareRelations(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const call = context.uid === uids.article && context.action === 'update' ? v.safeParse(callSchema, context.params) : null
    if (!call?.success)
      return next()
    const { documentId, data } = call.output
    const locale = call.output.locale ?? v.parse(v.string(), await strapi.plugin('i18n').service('locales').getDefaultLocale())
    const before = await readDrafts(strapi, documentId)
    const [first] = before
    if (first && !before.some(draft => draft.locale === locale))
      Object.assign(context, { params: { ...context.params, data: { ...data, ...missingFrom(data, first) } } })
    const result = await next()
    if (before.some(draft => draft.locale !== locale) && shared.some(field => data[field] !== undefined))
      await spread(strapi, documentId, locale)
    return result
  })
}

async function readDrafts(strapi: Core.Strapi, documentId: string): Promise<v.InferOutput<typeof draftsSchema>> {
  const select = { select: ['documentId'] }
  return v.parse(draftsSchema, await strapi.db.query(uids.article).findMany({
    where: { documentId, publishedAt: null },
    select: ['locale'],
    populate: Object.fromEntries(shared.map(field => [field, select])),
    orderBy: { id: 'asc' },
  }))
}

/** What a new language takes over: every relation that the call does not fill itself. The admin's empty form sends lists without an entry. */
function missingFrom(data: Readonly<Record<string, unknown>>, source: Shared): Partial<Record<keyof Shared, readonly string[]>> {
  return Object.fromEntries(shared.filter(field => isEmpty(data[field])).map(field => [field, source[field]]))
}

const changes = v.object({ connect: v.optional(v.array(v.unknown()), []), set: v.optional(v.array(v.unknown()), []) })

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
    return true
  const asked = v.safeParse(changes, value)
  return !Array.isArray(value) && asked.success && asked.output.connect.length === 0 && asked.output.set.length === 0
}

/** Gives the drafts in other languages what the one in `locale` has. */
async function spread(strapi: Core.Strapi, documentId: string, locale: string): Promise<void> {
  const drafts = await readDrafts(strapi, documentId)
  const source = drafts.find(draft => draft.locale === locale)
  if (!source)
    return
  for (const draft of drafts) {
    const differing = shared.filter(field => source[field].join() !== draft[field].join())
    if (differing.length > 0) {
      const data = Object.fromEntries(differing.map(field => [field, source[field]]))
      await strapi.documents(uids.article).update({ documentId, locale: draft.locale, data })
    }
  }
}

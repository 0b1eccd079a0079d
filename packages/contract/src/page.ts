import * as v from 'valibot'
import { articleSummarySchema } from './article.js'
import { commentSchema } from './comment.js'
import { organisationSchema } from './organisation.js'
import { personSchema } from './person.js'
import { countSchema, linksSchema, ordinalSchema } from './scalars.js'
import { topicSchema } from './topic.js'
import { versionSchema } from './version.js'

/** The largest `limit`, and the deepest `page × limit` a list answers; beyond it, follow `/changes`. */
export const maxLimit = 100
export const maxDepth = 10_000

const pageEntries = {
  page: ordinalSchema,
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxLimit)),
  total: countSchema,
  /** `self`, `next` and `previous`; null where there is none. */
  links: linksSchema,
}

export const articlePageSchema = v.object({ items: v.array(articleSummarySchema), ...pageEntries })
export const personPageSchema = v.object({ items: v.array(personSchema), ...pageEntries })
export const organisationPageSchema = v.object({ items: v.array(organisationSchema), ...pageEntries })
export const topicPageSchema = v.object({ items: v.array(topicSchema), ...pageEntries })
export const versionPageSchema = v.object({ items: v.array(versionSchema), ...pageEntries })

/** The most comments below one comment of a thread that its answer holds; the rest is paged with `parent`. */
export const maxReplies = 100

/**
 * The comments of an article, or with `parent` the replies to one of them.
 *
 * `total` counts the comments that show their text, replies included, as the article's `commentCount` does: a tombstone is not counted.
 * `rootTotal` counts the root comments, tombstones included: those that paging steps through. With `parent` they count what is below it.
 * `questions` counts those under the whole article, and those of them that somebody of the site has answered.
 */
export const threadSchema = v.object({
  items: v.array(commentSchema),
  ...pageEntries,
  rootTotal: countSchema,
  questions: v.object({ total: countSchema, answered: countSchema }),
})

export type ArticlePage = v.InferOutput<typeof articlePageSchema>
export type PersonPage = v.InferOutput<typeof personPageSchema>
export type OrganisationPage = v.InferOutput<typeof organisationPageSchema>
export type TopicPage = v.InferOutput<typeof topicPageSchema>
export type VersionPage = v.InferOutput<typeof versionPageSchema>
export type Thread = v.InferOutput<typeof threadSchema>

import type { LimitScope } from '../../../settings'
import type { Evidence, Rule } from '../rule'
import { createRule } from '../rule'

const rate = (scope: LimitScope, keyOf: (evidence: Evidence) => string, detail: string): Rule =>
  createRule(`rate-${scope}`, async (evidence, lookups) => {
    const retryAfter = await lookups.spend(scope, keyOf(evidence))
    return retryAfter === null ? null : { weight: 'refuse', detail, retryAfter }
  })

/** One sender sends too much in too short a time. */
export const rateSender = rate('sender', ({ senderHash }) => senderHash, 'För många kommentarer från samma avsändare.')

/** One article gets too much in too short a time. */
export const rateArticle = rate('article', ({ articleId }) => articleId, 'För många kommentarer till samma artikel.')

/** All articles together do. */
export const rateSite = rate('site', () => 'all', 'För många kommentarer till hela platsen.')

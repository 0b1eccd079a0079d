import type { LimitScope } from '../../settings'

/**
 * What a finding does: `refuse` answers an error and keeps nothing; `spam` keeps the comment among the spam while its sender gets the
 * ordinary receipt; `suspect` lets a person look at it before it is shown, also where comments are shown at once.
 */
export type Weight = 'refuse' | 'spam' | 'suspect'

export interface Finding {
  rule: string
  /** What was found, in Swedish, for the moderators. */
  detail: string
  weight: Weight
  /** Seconds after which a refused comment may be sent again. */
  retryAfter?: number
}

/** What the rules know of a comment. */
export interface Evidence {
  articleId: string
  name: string
  text: string
  /** What stands in the field that a form hides. */
  homepage: string
  /** Milliseconds since its preview was given out; null where it had none. */
  previewAge: number | null
  /** What the text classifier says, 0 (honest) to 1 (spam). */
  spamScore: number
  senderHash: string
  now: Date
}

/** What the rules may ask the database. */
export interface Lookups {
  /**
   * Counts one more below a limit.
   * @returns the seconds to wait where the limit is reached, else null
   */
  spend: (scope: LimitScope, key: string) => Promise<number | null>
  /** Where the same text came in lately, apart from what the same sender sent to the same article. */
  sameTextElsewhere: (evidence: Evidence) => Promise<{ otherSenders: number, otherArticles: number }>
}

export interface Rule {
  name: string
  /** @returns null where there is nothing to find */
  look: (evidence: Evidence, lookups: Lookups) => Finding | null | Promise<Finding | null>
}

/** A rule whose findings all carry its name. */
export function createRule(name: string, look: (evidence: Evidence, lookups: Lookups) => Omit<Finding, 'rule'> | null | Promise<Omit<Finding, 'rule'> | null>): Rule {
  return {
    name,
    look: async (evidence, lookups) => {
      const found = await look(evidence, lookups)
      return found && { rule: name, ...found }
    },
  }
}

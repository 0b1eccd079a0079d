import type { Knex } from 'knex'
import type { CommentLimit, LimitScope } from '../../settings'
import { RateLimiterPostgres, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'
import { isPostgres } from '../../publication/engine'
import { limitScopes } from '../../settings'

export const rateTable = 'comment_rate'

/** Counts one more and says how many seconds to wait where that is too many, else null. */
export type Spend = (scope: LimitScope, key: string) => Promise<number | null>

/**
 * Limits that are counted in the database, so that replicas share them and a restart forgets none.
 * @param knex outside any transaction: SQLite has one connection, and inside one this would wait for itself
 * @param limits how many in how much time
 * @param kind what is counted: comments and reports have counts of their own
 */
export function createRateLimits(knex: Knex, limits: Record<LimitScope, CommentLimit>, kind: 'comment' | 'report'): Spend {
  const limiters = new Map(limitScopes.map((scope) => {
    const options = {
      storeClient: knex,
      storeType: 'knex',
      tableName: rateTable,
      tableCreated: true,
      // the library's own timer would end the process where the database is gone; see forgetSenders
      clearExpiredByTimeout: false,
      keyPrefix: `${kind}-${scope}`,
      points: limits[scope].count,
      duration: limits[scope].seconds,
    }
    return [scope, isPostgres(knex) ? new RateLimiterPostgres(options) : new RateLimiterSQLite(options)] as const
  }))
  return async (scope, key) => {
    try {
      await limiters.get(scope)?.consume(key)
      return null
    }
    catch (refused) {
      if (!(refused instanceof RateLimiterRes))
        throw refused
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    }
  }
}

import type { Learnt } from '@klartext/comment-classifier'
import type { Knex } from 'knex'
import type { Verdict } from '../observe/verdicts'
import { featuresOf, scoreSpam } from '@klartext/comment-classifier'
import * as v from 'valibot'

/** SQLite and PostgreSQL take far more values in one statement; a comment of the greatest length fills some of these. */
const atOnce = 500

const rowsSchema = v.array(v.object({ bucket: v.number(), spam: v.number(), honest: v.number() }))

/**
 * Teaches the classifier what a moderator held a comment for, or takes the same lesson back.
 * @param trx the transaction that decides
 */
export async function learnFromVerdict(trx: Knex.Transaction, { text, isSpam, isTakenBack }: Verdict): Promise<void> {
  const by = isTakenBack ? -1 : 1
  const [spam, honest] = isSpam ? [by, 0] : [0, by]
  for (const buckets of chunks(featuresOf(text))) {
    await trx.raw(
      `insert into spam_feature (bucket, spam, honest) values ${buckets.map(() => `(?, ${spam}, ${honest})`).join(', ')}
       on conflict (bucket) do update set spam = spam_feature.spam + excluded.spam, honest = spam_feature.honest + excluded.honest`,
      buckets,
    )
  }
}

/** How much a comment looks like spam, 0 to 1, by the trained model and by what was learnt since. */
export async function spamScoreOf(knex: Knex, { text, name }: { text: string, name: string }): Promise<number> {
  return scoreSpam(text, name, await readLearnt(knex, text))
}

async function readLearnt(knex: Knex, text: string): Promise<Learnt> {
  const rows: unknown[] = []
  for (const buckets of chunks(featuresOf(text)))
    rows.push(...await knex('spam_feature').select('bucket', 'spam', 'honest').whereIn('bucket', buckets))
  return new Map(v.parse(rowsSchema, rows).map(({ bucket, spam, honest }) => [bucket, { spam, honest }]))
}

const chunks = (buckets: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(buckets.length / atOnce) }, (_, index) => buckets.slice(index * atOnce, (index + 1) * atOnce))

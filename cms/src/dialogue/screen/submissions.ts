import type { Knex } from 'knex'
import * as v from 'valibot'

interface Submission {
  findings: { rule: string, detail: string }[]
  spamScore: number | null
  hasEmail: boolean
}

const findingsSchema = v.pipe(v.string(), v.parseJson(), v.array(v.object({ rule: v.string(), detail: v.string() })))
const rowsSchema = v.array(v.object({ comment_id: v.string(), findings: findingsSchema, spam_score: v.nullable(v.number()) }))
const idRows = v.array(v.object({ comment_id: v.string() }))

/** What is kept of how comments came in; of one that nobody sent in there is nothing. */
export async function readSubmissions(knex: Knex, ids: readonly string[]): Promise<(id: string) => Submission> {
  const rows = v.parse(rowsSchema, await knex('comment_submission').select('comment_id', 'findings', 'spam_score').whereIn('comment_id', ids))
  const senders = v.parse(idRows, await knex('commenter').select('comment_id').whereIn('comment_id', ids))
  const known = new Map(rows.map(row => [row.comment_id, row]))
  const reachable = new Set(senders.map(row => row.comment_id))
  return id => ({ findings: known.get(id)?.findings ?? [], spamScore: known.get(id)?.spam_score ?? null, hasEmail: reachable.has(id) })
}

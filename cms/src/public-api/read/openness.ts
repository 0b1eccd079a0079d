import type { MonthCounts } from '../../dialogue/openness/month-counts'
import type { ReadDatabase } from './read-database'
import * as v from 'valibot'
import { monthCountsSchema } from '../../dialogue/openness/month-counts'
import { integerOf, textOf } from './read-database'

// steps from month to month along the index, whatever lies between
const months = `with recursive months(month) as (
  select min(month) from moderation_ledger
  union all select (select min(l.month) from moderation_ledger l where l.month > months.month) from months where months.month is not null
)`

/**
 * The months in which something happened, latest first, each with its counts where they are kept.
 * @param database to read from
 * @param organisationId '' for the whole site
 */
export async function readMonths(database: ReadDatabase, organisationId: string): Promise<{ month: string, counts: MonthCounts | null }[]> {
  const within = organisationId === '' ? '' : ' and exists (select 1 from moderation_ledger l where l.month = months.month and l.organisation_id = ?)'
  const rows = await database.all(
    `${months} select months.month, o.json from months left join openness_month o on o.month = months.month and o.organisation_id = ?
     where months.month is not null${within} order by months.month desc`,
    organisationId === '' ? [''] : [organisationId, organisationId],
  )
  return rows.map(row => ({ month: textOf(row, 'month'), counts: row.json === null ? null : v.parse(monthCountsSchema, JSON.parse(textOf(row, 'json'))) }))
}

export interface Waiting {
  comments: number
  questions: number
  oldestQuestionAt: string | null
}

/** What waits at the moment: kept totals for the whole site; under the articles of one organisation what waits there is looked through. */
export async function readWaiting(database: ReadDatabase, organisationId: string): Promise<Waiting> {
  if (organisationId === '') {
    const totals = await database.all('select queue, total from moderation_total where queue in (?, ?)', ['waiting', 'questions'])
    const kept = new Map(totals.map(row => [textOf(row, 'queue'), integerOf(row, 'total')]))
    const oldest = await database.first('select received_at from moderation_item where is_open_question order by received_at limit 1', [])
    return { comments: kept.get('waiting') ?? 0, questions: kept.get('questions') ?? 0, oldestQuestionAt: oldest && textOf(oldest, 'received_at') }
  }
  const published = 'exists (select 1 from public_listing l where l.list_key = ? and l.document_id = i.article_id)'
  const list = `article|*|publisher=${organisationId}`
  const comments = await database.first(`select count(*) as total from moderation_item i where i.status = 'pending' and ${published}`, [list])
  const questions = await database.first(`select count(*) as total, min(i.received_at) as oldest from moderation_item i where i.is_open_question and ${published}`, [list])
  return {
    comments: comments ? integerOf(comments, 'total') : 0,
    questions: questions ? integerOf(questions, 'total') : 0,
    oldestQuestionAt: questions && questions.oldest !== null ? textOf(questions, 'oldest') : null,
  }
}

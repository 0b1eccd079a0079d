import type { Knex } from 'knex'
import { opennessRules } from '@klartext/contract'
import * as v from 'valibot'
import { storedNumber } from '../../publication/log/stored-row'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const byRule = v.record(v.picklist(opennessRules), count)

/** What the ledger says of one month, on the whole site or under the articles of one organisation. */
export const monthCountsSchema = v.object({
  received: count,
  approved: count,
  declined: byRule,
  hidden: byRule,
  spam: count,
  withdrawn: count,
  reports: v.object({ received: count, upheld: count, rejected: count }),
  asked: count,
  /** From question to first answer, in minutes, shortest first: medians of several months need them all. */
  minutes: v.array(count),
})

export type MonthCounts = v.InferOutput<typeof monthCountsSchema>

const countRows = v.array(v.object({ event: v.string(), rule: v.nullable(v.string()), total: storedNumber }))
const minuteRows = v.array(v.object({ minutes: v.nullable(storedNumber) }))

/**
 * Counts a month of the ledger; what was taken back or replaced counts nowhere.
 * @param knex to read from
 * @param month such as `2026-05`
 * @param organisationId '' for the whole site
 */
export async function countMonth(knex: Knex, month: string, organisationId: string): Promise<MonthCounts> {
  const standing = () => {
    const rows = knex('moderation_ledger as l').where({ 'l.month': month })
      .whereNotExists(knex('moderation_ledger as u').select(knex.raw('1')).whereRaw('u.undoes = l.seq'))
    return organisationId === '' ? rows : rows.where({ 'l.organisation_id': organisationId })
  }
  const rows = v.parse(countRows, await standing().select('l.event', 'l.rule').count('* as total').groupBy('l.event', 'l.rule'))
  const of = (event: string): number => rows.filter(row => row.event === event).reduce((sum, row) => sum + row.total, 0)
  const minutes = v.parse(minuteRows, await standing().where({ 'l.event': 'answered' }).select('l.minutes').orderBy('l.minutes'))
  return {
    received: of('received'),
    approved: of('approved'),
    declined: countByRule(rows.filter(row => row.event === 'declined')),
    hidden: countByRule(rows.filter(row => row.event === 'hidden')),
    spam: of('spam'),
    withdrawn: of('withdrawn'),
    reports: { received: of('reported'), upheld: of('report-upheld'), rejected: of('report-rejected') },
    asked: of('asked'),
    minutes: minutes.map(row => row.minutes ?? 0),
  }
}

function countByRule(rows: v.InferOutput<typeof countRows>): MonthCounts['declined'] {
  const counts: MonthCounts['declined'] = {}
  for (const { rule, total } of rows) {
    const name = opennessRules.find(known => known === rule) ?? 'other'
    counts[name] = (counts[name] ?? 0) + total
  }
  return counts
}

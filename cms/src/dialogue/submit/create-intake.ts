import type { Strapi } from '../../publication/subjects'
import type { Intake } from './intake'
import { readSettings } from '../../settings'
import { takeReport } from '../reports/take-report'
import { createRateLimits } from '../spam/rate-limits'
import { sameTextIn } from '../spam/same-text'
import { previewComment } from './preview-comment'
import { submitComment } from './submit-comment'

/** The way in for what readers send, on a Strapi's database, which may open later. */
export function createIntake(strapi: Strapi): Intake {
  const open = () => {
    const knex = strapi.db.connection
    const { commentLimits } = readSettings()
    return {
      lookups: { spend: createRateLimits(knex, commentLimits, 'comment'), sameTextElsewhere: sameTextIn(knex) },
      spendReport: createRateLimits(knex, commentLimits, 'report'),
    }
  }
  let opened: ReturnType<typeof open> | undefined
  const database = () => opened ??= open()
  return {
    preview: async sent => previewComment(strapi, sent, new Date()),
    submit: async sent => submitComment(strapi, database().lookups, sent, new Date()),
    report: async sent => takeReport(strapi, database().spendReport, sent, new Date()),
  }
}

import type { Strapi } from '../../publication/subjects'
import type { Intake } from './intake'
import { readSettings } from '../../settings'
import { createRateLimits } from '../spam/rate-limits'
import { sameTextIn } from '../spam/same-text'
import { previewComment } from './preview-comment'
import { submitComment } from './submit-comment'

/** The way in for what readers send, on a Strapi's database, which may open later. */
export function createIntake(strapi: Strapi): Intake {
  const open = () => {
    const knex = strapi.db.connection
    return { spend: createRateLimits(knex, readSettings().commentLimits, 'comment'), sameTextElsewhere: sameTextIn(knex) }
  }
  let lookups: ReturnType<typeof open> | undefined
  return {
    preview: async sent => previewComment(strapi, sent, new Date()),
    submit: async sent => submitComment(strapi, lookups ??= open(), sent, new Date()),
  }
}

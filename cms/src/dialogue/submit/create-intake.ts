import type { Strapi } from '../../publication/subjects'
import type { Intake } from './intake'
import { previewComment } from './preview-comment'
import { submitComment } from './submit-comment'

/** The way in for what readers send, on a Strapi's database. */
export function createIntake(strapi: Strapi): Intake {
  return {
    preview: async sent => previewComment(strapi, sent, new Date()),
    submit: async sent => submitComment(strapi, sent, new Date()),
  }
}

import type { CommandHandler } from '../../local-commands/registry'
import type { Strapi } from '../../publication/subjects'
import * as v from 'valibot'
import { CommandRefusal } from '../../local-commands/registry'
import { findComment } from '../../publication/comments/comment-row'
import { eraseArticle, eraseComment } from './erase'

const inputSchema = v.variant('what', [
  v.object({ what: v.literal('comment'), id: v.string(), isConfirmed: v.boolean() }),
  v.object({ what: v.literal('article'), slug: v.string(), language: v.string(), isConfirmed: v.boolean() }),
])

const warning = 'This cannot be undone. Add --yes when that is what you want.'

/** `redact comment ID` and `redact article SLUG`: empties what the log keeps, and takes it out of public. */
export const redactCommand: CommandHandler = async (strapi, input) => {
  const order = v.parse(inputSchema, input)
  return order.what === 'comment' ? redactComment(strapi, order.id, order.isConfirmed) : redactBySlug(strapi, order)
}

async function redactComment(strapi: Strapi, id: string, isConfirmed: boolean) {
  const comment = await findComment(strapi, id)
  if (!comment)
    throw new CommandRefusal(`There is no comment ${id}.`)
  if (!isConfirmed)
    throw new CommandRefusal(`The comment ${id} (${comment.moderationStatus}) would lose its text, its name and its sender's address, here and in the publication log. ${warning}`)
  return { what: 'comment', id, isDone: await eraseComment(strapi, id) }
}

async function redactBySlug(strapi: Strapi, { slug, language, isConfirmed }: { slug: string, language: string, isConfirmed: boolean }) {
  const row: unknown = await strapi.db.connection('publication_log').select('document_id').where({ subject_type: 'article', slug, language }).orderBy('seq', 'desc').first()
  if (row === undefined)
    throw new CommandRefusal(`No article was ever public as "${slug}" in the language ${language}.`)
  if (!isConfirmed)
    throw new CommandRefusal(`Every version of the article "${slug}" (${language}) would be emptied in the publication log, and the article unpublished. The draft stays in the admin. ${warning}`)
  const id = v.parse(v.object({ document_id: v.string() }), row).document_id
  return { what: 'article', id, isDone: await eraseArticle(strapi, id, language) }
}

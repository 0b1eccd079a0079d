import type { Core } from '@strapi/strapi'
import type { Knex } from 'knex'
import type { ImportedPage } from './imported-page'
import type { ParsedComment, ParsedPage } from './parsed-page'
import * as v from 'valibot'
import { pagePath } from '../publication/paths'
import { readSettings } from '../settings'
import { ImportError } from './import-error'
import { findImported, pageDigest, rememberImported } from './import-sources'
import { parsePage } from './parse-page'
import { toArticleData } from './to-article-data'

const articleUid = 'api::article.article'
const commentUid = 'api::comment.comment'
const locale = 'sv'

const documentSchema = v.object({ documentId: v.string(), title: v.string() })
const identitySchema = v.object({ documentId: v.string() })

/**
 * Brings a saved page in as a Swedish article with its comments, all of it or nothing, and publishes it where asked. A page that has
 * come in before is left as it is; `publish` then only publishes an article that never was published.
 *
 * @param strapi the running CMS
 * @param text the text of the page
 * @param publish whether to publish it
 * @throws ImportError when the page cannot be read, or another article has its title
 * @throws ValidationError with the Swedish reason when the publication refuses it
 */
export async function importPage(strapi: Core.Strapi, text: string, publish: boolean): Promise<ImportedPage> {
  const page = parsePage(text)
  const digest = pageDigest(text)
  return strapi.db.transaction(async ({ trx }) => {
    const known = await findArticle(strapi, await findImported(trx, digest))
    const { documentId, title } = known ?? await createArticle(strapi, trx, page, digest)
    const wasPublished = known !== null && await hasBeenPublished(trx, documentId)
    const isPublished = publish && !wasPublished
    const state: ImportedPage['state'] = isPublished ? 'published' : wasPublished ? 'was-published' : 'draft'
    if (isPublished)
      await strapi.documents(articleUid).publish({ documentId, locale })
    return {
      isNew: known === null,
      state,
      title,
      url: await addressOf(trx, documentId),
    }
  })
}

async function findArticle(strapi: Core.Strapi, documentId: string | null): Promise<v.InferOutput<typeof documentSchema> | null> {
  const found: unknown = documentId === null ? null : await strapi.documents(articleUid).findOne({ documentId, locale })
  return found === null ? null : v.parse(documentSchema, found)
}

async function createArticle(strapi: Core.Strapi, trx: Knex, page: ParsedPage, digest: string): Promise<v.InferOutput<typeof documentSchema>> {
  const namesake: unknown = await strapi.documents(articleUid).findFirst({ locale, filters: { title: page.title } })
  if (namesake !== null)
    throw new ImportError(`Det finns redan en artikel med rubriken ”${page.title}” (${adminUrl(v.parse(documentSchema, namesake).documentId)}), med en annan text än filens. Ändra rubriken i filen, eller ta bort artikeln först.`)
  const article = v.parse(documentSchema, await strapi.documents(articleUid).create({ locale, data: toArticleData(page) }))
  await createComments(strapi, article.documentId, page.comments, null)
  await rememberImported(trx, digest, article.documentId)
  return article
}

/** Each comment comes before its replies and its later siblings, so that the thread numbers them in the page's order. */
async function createComments(strapi: Core.Strapi, articleId: string, comments: ParsedComment[], parentId: string | null): Promise<void> {
  for (const { authorName, writtenAt, text, replies } of comments) {
    const data = { articleId, parentId, moderationStatus: 'approved' as const, authorName, writtenAt, bodyText: text }
    const { documentId } = v.parse(identitySchema, await strapi.documents(commentUid).create({ data }))
    await createComments(strapi, articleId, replies, documentId)
  }
}

async function hasBeenPublished(trx: Knex, documentId: string): Promise<boolean> {
  const row: unknown = await trx('publication_log').select('seq').where({ subject_type: 'article', document_id: documentId, action: 'published' }).first()
  return row !== undefined
}

async function addressOf(trx: Knex, documentId: string): Promise<string> {
  const row: unknown = await trx('public_document').select('slug').where({ subject_type: 'article', document_id: documentId, language: locale, state: 'published' }).first()
  return row === undefined ? adminUrl(documentId) : `${readSettings().siteUrl}${pagePath('article', locale, v.parse(v.object({ slug: v.string() }), row).slug)}`
}

const adminUrl = (documentId: string): string => `${readSettings().cmsUrl}/admin/content-manager/collection-types/${articleUid}/${documentId}`

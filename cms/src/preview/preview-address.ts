import type { Strapi } from '../publication/subjects'
import { defaultLanguage } from '../publication/languages'
import { uids } from '../publication/subjects'
import { readSecret, readSettings } from '../settings'
import { createPreviewToken } from './token'

export interface PreviewRequest {
  documentId?: string
  locale?: string | null
}

/**
 * The page that the admin's preview button opens: the site's preview of an article, with a token. Other types have none: the admin
 * shows it in a frame, and no page of the site but this one lets itself be framed.
 *
 * Strapi asks for the address on behalf of anyone who is logged in, for any document; so whether this person may read this
 * draft is decided here.
 * @returns undefined where there is nothing that this person may preview; the admin then shows no button
 */
export async function previewAddress(strapi: Strapi, uid: string, { documentId, locale }: PreviewRequest): Promise<string | undefined> {
  const language = locale ?? defaultLanguage
  if (uid !== uids.article || !documentId || !await mayRead(strapi, documentId, language))
    return undefined
  const token = createPreviewToken({ documentId, language }, readSecret('PREVIEW_SECRET'), new Date())
  return `${readSettings().siteUrl}/forhandsvisning?token=${token}`
}

async function mayRead(strapi: Strapi, documentId: string, language: string): Promise<boolean> {
  const userAbility: unknown = strapi.requestContext.get()?.state.userAbility
  if (!userAbility)
    return false
  // with whoever made it: an author reads own drafts alone
  const draft = await strapi.documents(uids.article).findOne({ documentId, locale: language, status: 'draft', populate: ['createdBy'] })
  const checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model: uids.article })
  return draft !== null && checker.can.read(draft) === true
}

import type { PreviewData } from '../../shared/page-data'
import { setResponseHeader } from 'h3'
import { documentPath } from '../../shared/paths'
import { defineAnswer } from '../answer'
import { fetchDraft, publishedSlugOf } from '../cms/draft'
import { previewQuery } from '../page-queries'
import { settings } from '../settings'

/** `/api/preview?token=`: the draft that a five-minute token names. */
export default defineAnswer(previewQuery, async ({ token }, event): Promise<PreviewData> => {
  setResponseHeader(event, 'Cache-Control', 'private, no-store')
  const { article, language } = await fetchDraft(token)
  const publishedSlug = await publishedSlugOf(article)
  const editor = new URL(`${settings().cmsUrl}/admin/content-manager/collection-types/api::article.article/${article.id}`)
  editor.searchParams.set('plugins[i18n][locale]', language)
  return {
    article,
    language,
    publishedPath: publishedSlug ? documentPath('article', language, publishedSlug) : null,
    adminUrl: editor.href,
  }
})

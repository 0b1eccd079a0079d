import type { HistoryData } from '../../../../shared/page-data'
import { defineAnswer } from '../../../answer'
import { cms } from '../../../cms/client'
import { notFound } from '../../../errors/page-fault'
import { historyQuery, slugParam } from '../../../page-queries'

const pageSize = 50

/** `/api/articles/{slug}/history?language=&page=&version=`: the public versions of an article, and one of them whole. */
export default defineAnswer(historyQuery, async ({ language, page, version }, event): Promise<HistoryData> => {
  const article = await cms().articles.bySlug(slugParam(event), { language })
  const [versions, shown] = await Promise.all([
    cms().articles.versions(article.slug, { language, page, limit: pageSize }),
    version === undefined ? null : cms().articles.version(article.slug, version, { language }),
  ])
  if (page > 1 && versions.items.length === 0)
    throw notFound()
  return { article, versions, shown }
})

import type { Article, ArticleSummary } from '@klartext/contract'
import type { ArticleData } from '../../../../shared/page-data'
import { defineAnswer } from '../../../answer'
import { cms } from '../../../cms/client'
import { notFound } from '../../../errors/page-fault'
import { pagedQuery, slugParam } from '../../../page-queries'

/** Root comments on one page of a thread. */
const pageSize = 50
const neighbourCount = 3

/**
 * `/api/articles/{slug}?language=&page=`: an article with one page of its thread.
 * An old slug answers with the article as it is called now; the page compares and redirects.
 */
export default defineAnswer(pagedQuery, async ({ language, page }, event): Promise<ArticleData> => {
  const article = await cms().articles.bySlug(slugParam(event), { language })
  const [thread, neighbours] = await Promise.all([
    cms().articles.comments(article.slug, { language, page, limit: pageSize }),
    neighboursOf(article),
  ])
  if (page > 1 && thread.items.length === 0)
    throw notFound()
  return { article, thread, neighbours }
})

async function neighboursOf(article: Article): Promise<ArticleSummary[]> {
  const organisation = article.subjects[0]?.organisation ?? article.organisations[0]
  if (article.kind !== 'profile' || !organisation)
    return []
  const { items } = await cms().articles.list({
    kind: 'profile',
    organisation: organisation.slug,
    language: article.language,
    limit: neighbourCount + 1,
  })
  return items.filter(({ id }) => id !== article.id).slice(0, neighbourCount)
}

import type { ArticleListData } from '../../../shared/page-data'
import { defineAnswer } from '../../answer'
import { cms } from '../../cms/client'
import { allTopics } from '../../cms/topics'
import { notFound } from '../../errors/page-fault'
import { articleListQuery } from '../../page-queries'

const pageSize = 20

/** `/api/articles?language=&page=&kind=&topic=`: the article list with its filters. */
export default defineAnswer(articleListQuery, async ({ language, page, kind, topic }): Promise<ArticleListData> => {
  const [articles, topics] = await Promise.all([
    cms().articles.list({ language, page, limit: pageSize, ...(kind && { kind }), ...(topic && { topic }) }),
    allTopics(language),
  ])
  const chosen = topics.find(({ slug }) => slug === topic) ?? null
  if ((topic && !chosen) || (page > 1 && articles.items.length === 0))
    throw notFound()
  return { articles, topics: topics.filter(({ articleCount }) => articleCount > 0), kind: kind ?? null, topic: chosen }
})

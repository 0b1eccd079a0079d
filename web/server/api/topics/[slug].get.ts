import type { TopicData } from '../../../shared/page-data'
import { defineAnswer } from '../../answer'
import { cms } from '../../cms/client'
import { allTopics } from '../../cms/topics'
import { notFound } from '../../errors/page-fault'
import { pagedQuery, slugParam } from '../../page-queries'

const pageSize = 20

/** `/api/topics/{slug}?language=&page=`: a topic and its texts in the reader's language. */
export default defineAnswer(pagedQuery, async ({ language, page }, event): Promise<TopicData> => {
  const slug = slugParam(event)
  const topic = (await allTopics(language)).find(candidate => candidate.slug === slug)
  if (!topic)
    throw notFound()
  const articles = await cms().articles.list({ topic: slug, language, page, limit: pageSize })
  if (page > 1 && articles.items.length === 0)
    throw notFound()
  return { topic, articles }
})

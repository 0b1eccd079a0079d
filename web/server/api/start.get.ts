import type { StartData } from '../../shared/page-data'
import { defineAnswer } from '../answer'
import { answeredQuestions } from '../cms/answered-questions'
import { cms } from '../cms/client'
import { allTopics } from '../cms/topics'
import { languageQuery } from '../page-queries'

const articleCount = 12
const changedCount = 4

/** `/api/start?language=`: what the front page is edited from. */
export default defineAnswer(languageQuery, async ({ language }): Promise<StartData> => {
  const [latest, changed, topics] = await Promise.all([
    cms().articles.list({ language, limit: articleCount }),
    cms().articles.list({ language, sort: '-publicUpdatedAt', limit: articleCount }),
    allTopics(language),
  ])
  return {
    articles: latest.items,
    changed: changed.items
      .filter(({ version, firstPublishedAt, publicUpdatedAt }) => version > 1 && firstPublishedAt !== publicUpdatedAt)
      .slice(0, changedCount),
    answered: await answeredQuestions([...latest.items, ...changed.items]),
    topics: topics.filter(topic => topic.articleCount > 0),
  }
})

import type { ArticleSummary, Comment } from '@klartext/contract'
import type { AnsweredQuestion } from '../../shared/page-data'
import { ApiProblem } from '@klartext/client'
import { questionOf } from '../../shared/plain-text'
import { cms } from './client'

/** Threads that are looked through: each is a call, and the latest answers are in the livelier ones. */
const threadsRead = 4
const questionsShown = 3
const questionLength = 180

/**
 * The latest questions that got their answer, from the most commented of `articles`; one from each before a second from any.
 * @param articles may hold an article twice
 */
export async function answeredQuestions(articles: readonly ArticleSummary[]): Promise<AnsweredQuestion[]> {
  const lively = [...new Map(articles.map(article => [`${article.id} ${article.language}`, article])).values()]
    .filter(({ commentCount }) => commentCount > 0)
    .sort((a, b) => b.commentCount - a.commentCount)
    .slice(0, threadsRead)
  const found = await Promise.all(lively.map(async article => (await threadOf(article)).flatMap(root => questionsIn(root, article))))
  const latestFirst = found.map(questions => questions.sort((a, b) => Date.parse(b.answeredAt) - Date.parse(a.answeredAt)))
  const rounds = Array.from({ length: questionsShown }, (_, round) => latestFirst.flatMap(questions => questions.slice(round, round + 1)))
  return rounds.flat().slice(0, questionsShown)
}

/** The thread of an article; empty where the article was taken down after the list that it stands in was read. */
async function threadOf({ slug, language }: ArticleSummary): Promise<Comment[]> {
  try {
    return (await cms().articles.comments(slug, { language, limit: 100 })).items
  }
  catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 410))
      return []
    throw error
  }
}

function questionsIn(comment: Comment, article: ArticleSummary): AnsweredQuestion[] {
  const below = comment.replies.flatMap(reply => questionsIn(reply, article))
  if (!comment.isQuestion || !comment.answeredAt || comment.tombstone)
    return below
  const answer = comment.replies.find(({ author }) => author.isAuthor)
  return [{
    article: { title: article.title, slug: article.slug, language: article.language },
    number: comment.number,
    asker: comment.author.name,
    question: questionOf(comment.bodyHtml, questionLength),
    answeredBy: answer?.author.name ?? null,
    answeredAt: comment.answeredAt,
  }, ...below]
}

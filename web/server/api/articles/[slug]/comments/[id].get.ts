import type { CommentData } from '../../../../../shared/page-data'
import { idSchema } from '@klartext/contract'
import { getRouterParam } from 'h3'
import * as v from 'valibot'
import { defineAnswer } from '../../../../answer'
import { cms } from '../../../../cms/client'
import { notFound } from '../../../../errors/page-fault'
import { pagedQuery, slugParam } from '../../../../page-queries'

/** Replies on one page. */
const pageSize = 50

/** `/api/articles/{slug}/comments/{id}?language=&page=`: one comment with one page of what was replied to it. */
export default defineAnswer(pagedQuery, async ({ language, page }, event): Promise<CommentData> => {
  const id = v.safeParse(idSchema, getRouterParam(event, 'id'))
  if (!id.success)
    throw notFound()
  const article = await cms().articles.bySlug(slugParam(event), { language })
  const [comment, replies] = await Promise.all([
    cms().comments.byId(id.output),
    // asked under the article: a comment of another article is not found there
    cms().articles.comments(article.slug, { language, parent: id.output, page, limit: pageSize }),
  ])
  if (page > 1 && replies.items.length === 0)
    throw notFound()
  return { article, comment, replies }
})

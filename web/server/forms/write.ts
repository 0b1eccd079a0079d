import type { Article, Comment, CommentInput } from '@klartext/contract'
import type { WriteData, WriteValues } from '../../shared/form-data'
import type { AskedForm } from './asked'
import type { FormAnswer, Refusal } from './form-answer'
import type { SentForm } from './read-form'
import { ApiProblem } from '@klartext/client'
import { articlePath, replyIn, writePath } from '../../shared/paths'
import { receiptAnchor, receiptQuery } from '../../shared/receipts'
import { cms } from '../cms/client'
import { cmsFor } from '../cms/writing-client'
import { formArticle } from './asked'
import { pageOf, seeOther } from './form-answer'
import { refusalOf, refusalOfForm, refuse } from './refusals'

const emptyValues: WriteValues = { name: '', email: '', text: '', isQuestion: false, homepage: '' }

/**
 * `/artiklar/{slug}/kommentera`: the form alone, with what was sent to it, with the preview of it, or with what is wrong with it;
 * and, once the preview was sent on, the way back to the article.
 * @throws what the CMS answers to a request to see the form of an article that is not there
 */
export async function answerWrite(asked: AskedForm): Promise<FormAnswer> {
  return asked.form ? answerSent(asked, asked.form) : answerEmpty(asked)
}

async function answerEmpty({ language, parameters, query }: AskedForm): Promise<FormAnswer> {
  const slug = parameters.slug ?? ''
  const parentId = replyIn(query, language)
  const article = await cms().articles.bySlug(slug, { language })
  if (article.slug !== slug)
    return { kind: 'moved', status: 301, location: writePath(language, article.slug, parentId) }
  const parent = await parentOf(parentId)
  const data: WriteData = { step: article.commentsOpen ? 'write' : 'closed', slug, article: formArticle(article), parentId: parent?.id ?? null, parent, values: emptyValues, faults: [], preview: null }
  return parentId && !parent ? back(data, refuse(404, 'parent-gone')) : pageOf(data)
}

async function answerSent({ event, language, parameters }: AskedForm, form: SentForm): Promise<FormAnswer> {
  const data: WriteData = { step: 'write', slug: parameters.slug ?? '', article: null, parentId: form.text('parent') || null, parent: null, values: valuesOf(form), faults: [], preview: null }
  try {
    const article = await cms().articles.bySlug(data.slug, { language })
    Object.assign(data, { article: formArticle(article), parent: await parentOf(data.parentId ?? '') })
    const refusal = closedOf(article) ?? refusalOfForm(form) ?? (data.parentId && !data.parent ? refuse(400, 'parent-gone') : null)
    if (refusal)
      return back(data, refusal)
    const input = inputOf(data, language)
    if (form.text('step') === 'change')
      return pageOf(data)
    const token = form.text('token')
    if (form.text('step') !== 'send' || !/^[\x21-\x7E]{1,255}$/.test(token))
      return pageOf({ ...data, step: 'preview', preview: await cmsFor(event).articles.previewComment(article.slug, input) })
    const { status } = await cmsFor(event).articles.writeComment(article.slug, input, { idempotencyKey: token })
    const receipt = receiptQuery(status === 'approved' ? 'published' : 'received', language)
    return seeOther(`${articlePath(article, receipt)}#${receiptAnchor(language)}`)
  }
  catch (cause) {
    return back(data, refusalOf(cause, form, 'article-gone'))
  }
}

/** The form with what is wrong; a parent that is gone is let go, so that the text can stand as a comment of its own. */
function back(data: WriteData, refusal: Refusal): FormAnswer {
  const names = refusal.faults.map(({ name }) => name)
  const parent = names.includes('parent-gone') ? { parentId: null, parent: null } : {}
  const step = names.includes('closed') || names.includes('article-gone') ? 'closed' : 'write'
  return pageOf({ ...data, ...parent, step, faults: refusal.faults }, refusal)
}

const closedOf = ({ commentsOpen }: Article) => commentsOpen ? null : refuse(403, 'closed')

/** A comment that is answered; null for none, and for one that is not there or shows no text. */
async function parentOf(id: string): Promise<Comment | null> {
  if (!/^[a-z0-9]{8,40}$/.test(id))
    return null
  try {
    const comment = await cms().comments.byId(id)
    return comment.tombstone ? null : comment
  }
  catch (error) {
    if (error instanceof ApiProblem && error.status === 404)
      return null
    throw error
  }
}

function valuesOf(form: SentForm): WriteValues {
  return { name: form.text('name'), email: form.text('email').trim(), text: form.text('text'), isQuestion: form.isTicked('isQuestion'), homepage: form.text('homepage') }
}

function inputOf({ values, parentId }: WriteData, language: string): CommentInput {
  return { ...values, email: values.email || null, parent: parentId, language }
}

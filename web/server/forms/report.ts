import type { ReportInput } from '@klartext/contract'
import type { ReportData, ReportValues } from '../../shared/form-data'
import type { AskedForm } from './asked'
import type { FormAnswer } from './form-answer'
import type { SentForm } from './read-form'
import { randomUUID } from 'node:crypto'
import { commentRules, reportReceiptSchema } from '@klartext/contract'
import * as v from 'valibot'
import { commentPath } from '../../shared/paths'
import { receiptAnchor } from '../../shared/receipts'
import { cms } from '../cms/client'
import { cmsFor } from '../cms/writing-client'
import { formArticle } from './asked'
import { pageOf, seeOther } from './form-answer'
import { refusalOf, refusalOfForm, refuse } from './refusals'

const emptyValues = { rule: '', text: '', email: '', inGoodFaith: false, homepage: '' }

/**
 * `/artiklar/{slug}/kommentarer/{id}/anmal`: the form that reports a comment, and what it says when the report is received.
 * @throws what the CMS answers to a request to see the form of a comment that is not there
 */
export async function answerReport(asked: AskedForm): Promise<FormAnswer> {
  const { parameters } = asked
  const data: ReportData = { slug: parameters.slug ?? '', id: parameters.id ?? '', article: null, comment: null, values: { ...emptyValues, key: randomUUID() }, faults: [], receipt: null }
  return asked.form ? answerSent(asked, asked.form, { ...data, values: valuesOf(asked.form) }) : answerSeen(asked, data)
}

async function answerSeen({ language, query }: AskedForm, data: ReportData): Promise<FormAnswer> {
  const article = await cms().articles.bySlug(data.slug, { language })
  if (article.slug !== data.slug)
    return { kind: 'moved', status: 301, location: commentPath('report', language, article.slug, data.id) }
  const receipt = v.safeParse(reportReceiptSchema.entries.receipt, query.nr)
  // the comment may be hidden by the time its report is looked at again
  const comment = receipt.success ? null : await cms().comments.byId(data.id)
  return pageOf({ ...data, article: formArticle(article), comment, receipt: receipt.success ? receipt.output : null })
}

async function answerSent({ event, language }: AskedForm, form: SentForm, data: ReportData): Promise<FormAnswer> {
  try {
    const [article, comment] = await Promise.all([cms().articles.bySlug(data.slug, { language }), cms().comments.byId(data.id)])
    Object.assign(data, { article: formArticle(article), comment })
    const refusal = refusalOfForm(form) ?? refusalOfChoice(data.values)
    if (refusal)
      return pageOf({ ...data, faults: refusal.faults }, refusal)
    const { receipt } = await cmsFor(event).comments.report(data.id, inputOf(data.values, language), { idempotencyKey: data.values.key })
    return seeOther(`${commentPath('report', language, article.slug, data.id, { nr: receipt })}#${receiptAnchor(language)}`)
  }
  catch (cause) {
    const refusal = refusalOf(cause, form, 'comment-gone')
    if (!refusal.faults.some(({ name }) => name === 'sent-already'))
      return pageOf({ ...data, faults: refusal.faults }, refusal)
    // its key stands for what was sent before, and would be refused for ever
    const fresh = refuse(refusal.status, 'reported-already')
    return pageOf({ ...data, values: { ...data.values, key: randomUUID() }, faults: fresh.faults }, fresh)
  }
}

function valuesOf(form: SentForm): ReportValues {
  const key = form.text('key')
  return {
    rule: form.text('rule'),
    text: form.text('text'),
    email: form.text('email').trim(),
    inGoodFaith: form.isTicked('inGoodFaith'),
    homepage: form.text('homepage'),
    key: /^[\x21-\x7E]{1,255}$/.test(key) ? key : randomUUID(),
  }
}

/** What the type of a report does not let through at all; all that is missing is told at once. */
function refusalOfChoice({ rule, inGoodFaith, text }: ReportValues) {
  const faults = [
    ...ruleOf(rule) ? [] : refuse(400, 'rule-required', 'rule').faults,
    ...text.trim() === '' ? refuse(400, 'text-required', 'text').faults : [],
    ...inGoodFaith ? [] : refuse(400, 'faith-required', 'inGoodFaith').faults,
  ]
  return ruleOf(rule) && inGoodFaith ? null : { status: 400, faults, retryAfter: null }
}

const ruleOf = (rule: string) => commentRules.find(known => known === rule)

function inputOf({ rule, text, email, homepage }: ReportValues, language: string): ReportInput {
  const chosen = ruleOf(rule)
  if (!chosen)
    throw new RangeError(`${rule} is no rule`)
  return { rule: chosen, text, email: email || null, inGoodFaith: true, language, homepage }
}

import type { SenderData } from '../../shared/form-data'
import type { Receipt } from '../../shared/receipts'
import type { AskedForm } from './asked'
import type { FormAnswer } from './form-answer'
import type { SentForm } from './read-form'
import { ApiProblem } from '@klartext/client'
import * as v from 'valibot'
import { mineSchema } from '../../shared/form-data'
import { tokenPath } from '../../shared/paths'
import { receiptAnchor, receiptQuery } from '../../shared/receipts'
import { askPrivately } from '../cms/private-routes'
import { readerHeaders } from '../cms/writing-client'
import { pageOf, seeOther } from './form-answer'
import { refusalOf, refusalOfForm, refuse } from './refusals'

/** What a sender can do, by the name of its button: the route it leads to, and what is said afterwards. */
const steps: Record<string, { route: string, receipt: Receipt, isFinal: boolean }> = {
  edit: { route: 'mine/edit', receipt: 'edited', isFinal: false },
  withdraw: { route: 'mine/withdraw', receipt: 'withdrawn', isFinal: true },
  erase: { route: 'mine/erase', receipt: 'erased', isFinal: true },
}

/** `/min-kommentar/{token}`: what the sender of a comment sees of it, and may do with it, by the link in a letter. */
export async function answerSender(asked: AskedForm): Promise<FormAnswer> {
  const { event, language, parameters, form } = asked
  const token = parameters.token ?? ''
  const step = form && steps[form.text('step')]
  const refusal = form && step ? refusalOfForm(form) ?? refusalOfBox(form, step.isFinal) : null
  if (!form || !step || refusal)
    return seen(asked, refusal)
  try {
    const change = step.isFinal ? { token } : { token, ...valuesOf(form) }
    await askPrivately(step.route, change, readerHeaders(event), v.looseObject({}))
    return seeOther(`${tokenPath('sender', language, token, receiptQuery(step.receipt, language))}#${receiptAnchor(language)}`)
  }
  catch (cause) {
    return seen(asked, refusalOf(cause, form, 'comment-gone'))
  }
}

async function seen({ event, parameters, form }: AskedForm, refusal: ReturnType<typeof refusalOf> | null): Promise<FormAnswer> {
  const token = parameters.token ?? ''
  const sent = form && form.text('step') === 'edit' ? valuesOf(form) : null
  const data: SenderData = { token, mine: null, values: sent ?? { name: '', text: '', isQuestion: false }, faults: refusal?.faults ?? [] }
  try {
    const mine = await askPrivately('mine', { token }, readerHeaders(event), mineSchema)
    const { name, text, isQuestion } = mine.comment
    return pageOf({ ...data, mine, values: sent ?? { name: name ?? '', text: text ?? '', isQuestion } }, refusal)
  }
  catch (cause) {
    // what was filled in is given back whatever the CMS says
    if (refusal)
      return pageOf(data, refusal)
    if (cause instanceof ApiProblem && cause.status < 500 && cause.status !== 429)
      return pageOf(data, { status: 404, faults: [], retryAfter: null })
    throw cause
  }
}

function valuesOf(form: SentForm): SenderData['values'] {
  return { name: form.text('name'), text: form.text('text'), isQuestion: form.isTicked('isQuestion') }
}

/** What cannot be undone wants a tick first. */
function refusalOfBox(form: SentForm, isFinal: boolean) {
  return isFinal && !form.isTicked('certain') ? refuse(400, 'certain-required', `certain-${form.text('step')}`) : null
}

import type { MyDataData, MyDataLinkData } from '../../shared/form-data'
import type { AskedForm } from './asked'
import type { FormAnswer } from './form-answer'
import { ApiProblem } from '@klartext/client'
import * as v from 'valibot'
import { pagePath } from '../../shared/paths'
import { receiptAnchor, receiptQuery } from '../../shared/receipts'
import { askPrivately } from '../cms/private-routes'
import { readerHeaders } from '../cms/writing-client'
import { pageOf, seeOther } from './form-answer'
import { refusalOf, refusalOfForm, refuse } from './refusals'

const anything = v.looseObject({})
const erasedSchema = v.object({ erased: v.number() })

/** `/mina-uppgifter`: asks for the letter with a link to everything kept under an address. */
export async function answerMyData({ event, language, form }: AskedForm): Promise<FormAnswer> {
  const data: MyDataData = { email: form?.text('email').trim() ?? '', faults: [] }
  if (!form)
    return pageOf(data)
  try {
    const refusal = refusalOfForm(form) ?? (data.email === '' ? refuse(400, 'email-required', 'email') : null)
    if (refusal)
      return pageOf({ ...data, faults: refusal.faults }, refusal)
    await askPrivately('my-data/request', { email: data.email, language }, readerHeaders(event), v.unknown())
    return seeOther(`${pagePath('myData', language, receiptQuery('letter', language))}#${receiptAnchor(language)}`)
  }
  catch (cause) {
    const refusal = refusalOf(cause, form, 'broken')
    return pageOf({ ...data, faults: refusal.faults }, refusal)
  }
}

/** `/mina-uppgifter/{token}`: everything kept under an address, as a file too, and its erasure. */
export async function answerMyDataLink({ event, parameters, form }: AskedForm): Promise<FormAnswer> {
  const token = parameters.token ?? ''
  const data: MyDataLinkData = { token, data: null, erased: null, faults: [] }
  const headers = readerHeaders(event)
  try {
    if (form?.text('step') === 'erase' && form.isTicked('certain')) {
      const { erased } = await askPrivately('my-data/erase', { token }, headers, erasedSchema)
      return pageOf({ ...data, erased })
    }
    const kept = await askPrivately('my-data', { token }, headers, anything)
    if (form?.text('step') === 'download')
      return { kind: 'file', name: 'mina-uppgifter.json', body: kept }
    const refusal = form?.text('step') === 'erase' ? refuse(400, 'certain-required', 'certain-erase') : null
    return pageOf({ ...data, data: kept, faults: refusal?.faults ?? [] }, refusal)
  }
  catch (cause) {
    if (cause instanceof ApiProblem && cause.status < 500 && cause.status !== 429)
      return pageOf(data, { status: 404, faults: [], retryAfter: null })
    throw cause
  }
}

import type { FormFault } from '../../shared/form-data'

/** What a form answers with: a page made from data, the way to another page, or a file. */
export type FormAnswer
  = | { kind: 'page', status: number, data: object, retryAfter?: number | null }
    | { kind: 'moved', location: string, status: 301 | 303 }
    | { kind: 'file', name: string, body: object }

/** A form that comes back with what is wrong with it. */
export interface Refusal {
  status: number
  faults: FormFault[]
  retryAfter: number | null
}

export function seeOther(location: string): FormAnswer {
  return { kind: 'moved', location, status: 303 }
}

export function pageOf(data: object, refusal: Refusal | null = null): FormAnswer {
  return { kind: 'page', status: refusal?.status ?? 200, data, retryAfter: refusal?.retryAfter ?? null }
}

import type { H3Error } from 'h3'
import type { PageFault } from '../../shared/page-fault'
import { createError } from 'h3'

/** Seconds after which a reader, or a crawler, may try again when the CMS does not answer. */
const retryAfter = 60

/** An error that a page can be made of. */
export function pageFault(status: number, data: PageFault = {}, cause?: unknown): H3Error<PageFault> {
  return createError<PageFault>({ statusCode: status, data, cause })
}

/** For an address that parses but names nothing. */
export function notFound(cause?: unknown): H3Error<PageFault> {
  return pageFault(404, {}, cause)
}

/** For a preview link that is too old, or was never valid. */
export function previewRefused(cause?: unknown): H3Error<PageFault> {
  return pageFault(403, {}, cause)
}

/** For a CMS that does not answer, or is out of order. */
export function cmsSilent(cause?: unknown): H3Error<PageFault> {
  return pageFault(503, { retryAfter }, cause)
}

import { urlSchema } from '@klartext/contract'
import * as v from 'valibot'

/** Whether an address of another site may be shown: http or https, and one that a browser can read. */
export const isPublicUrl = (url: string | null): url is string => v.is(urlSchema, url)

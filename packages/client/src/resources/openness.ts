import type { Openness as Account, OpennessQuery } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { RequestOptions, Transport } from '../transport.js'
import { opennessSchema } from '@klartext/contract'
import { inLanguage } from '../query.js'

export interface Openness {
  /** `GET /openness`: how comments are looked after, month by month, on the whole site or under one organisation's articles. */
  read: (query?: Asking<OpennessQuery>, options?: RequestOptions) => Promise<Account>
}

export function createOpenness({ get, language }: Transport): Openness {
  return {
    read: async (query = {}, options) => get('/openness', opennessSchema, inLanguage(query, language), options),
  }
}

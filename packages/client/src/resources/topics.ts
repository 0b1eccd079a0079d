import type { ListQuery, TopicPage } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { RequestOptions, Transport } from '../transport.js'
import { topicPageSchema } from '@klartext/contract'
import { inLanguage } from '../query.js'

export interface Topics {
  /** `GET /topics`: a page of topics, their names in `language` where those are translated. */
  list: (query?: Asking<ListQuery>, options?: RequestOptions) => Promise<TopicPage>
}

export function createTopics({ get, language }: Transport): Topics {
  return {
    list: async (query = {}, options) => get('/topics', topicPageSchema, inLanguage(query, language), options),
  }
}

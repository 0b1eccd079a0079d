import type { ApiInfo } from '@klartext/contract'
import type { Articles } from './resources/articles.js'
import type { Changes } from './resources/changes.js'
import type { Comments } from './resources/comments.js'
import type { Openness } from './resources/openness.js'
import type { Organisations } from './resources/organisations.js'
import type { People } from './resources/people.js'
import type { Topics } from './resources/topics.js'
import type { RequestOptions, Transport } from './transport.js'
import { apiInfoSchema } from '@klartext/contract'
import { toApiRoot } from './path.js'
import { createArticles } from './resources/articles.js'
import { createChanges } from './resources/changes.js'
import { createComments } from './resources/comments.js'
import { createOpenness } from './resources/openness.js'
import { createOrganisations } from './resources/organisations.js'
import { createPeople } from './resources/people.js'
import { createTopics } from './resources/topics.js'
import { createTransport } from './transport.js'
import { wait } from './wait.js'

export interface ClientOptions {
  /** The address of the CMS, such as `https://cms.example.org`; the client adds `/api/v1`. */
  baseUrl: string
  /** What sends the requests, `globalThis.fetch` unless stated. */
  fetch?: typeof globalThis.fetch
  /** Milliseconds that one try may take, the reading of its answer included; 5,000 unless stated. */
  timeout?: number
  /** The language to ask for where a query states none; the API itself takes Swedish for that, and all languages in a list of articles. */
  language?: string
}

/**
 * Every read throws `ApiProblem` when the API answers with an error, `ContractMismatch` when a field of the answer does not fit
 * the contract, and `Unreachable` when no answer comes. A read is sent a second time, once, when the connection failed or the
 * answer was 429, 502, 503 or 504.
 */
export interface Client {
  /** `GET /api-info`: name, version and state of the API. */
  apiInfo: (options?: RequestOptions) => Promise<ApiInfo>
  articles: Articles
  people: People
  organisations: Organisations
  topics: Topics
  changes: Changes
  comments: Comments
  openness: Openness
  /**
   * Writes: posts JSON to a path below `/api/v1`, such as `/articles/{slug}/comments`, and reads the answer with a schema.
   * It is sent up to three times, always under the same `Idempotency-Key`, when the connection failed, time was up, or the answer
   * was 429, 502, 503 or 504; a `Retry-After` of up to ten seconds is kept. It throws what reads throw.
   */
  post: Transport['post']
}

/**
 * Makes a client of the public API of one Klartext CMS. It keeps no state and caches nothing.
 * @throws {TypeError} when `baseUrl` is no absolute http(s) address
 */
export function createClient({ baseUrl, fetch = globalThis.fetch, timeout = 5_000, language }: ClientOptions): Client {
  const transport = createTransport({ root: toApiRoot(baseUrl), fetch, timeout, language, wait })
  return {
    apiInfo: async options => transport.get('/api-info', apiInfoSchema, {}, options),
    articles: createArticles(transport),
    people: createPeople(transport),
    organisations: createOrganisations(transport),
    topics: createTopics(transport),
    changes: createChanges(transport),
    comments: createComments(transport),
    openness: createOpenness(transport),
    post: transport.post,
  }
}

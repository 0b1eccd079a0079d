import type { GenericSchema, InferOutput } from 'valibot'
import type { Answer } from './answer.js'
import type { Asked } from './errors.js'
import type { Query } from './query.js'
import type { RetryRule } from './retry.js'
import { createFetch, FetchError } from 'ofetch'
import { readAnswer, toApiProblem } from './answer.js'
import { ClientError, Unreachable } from './errors.js'
import { toQueryString } from './query.js'
import { readRule, waitBeforeRetry, writeRule } from './retry.js'

export interface RequestOptions {
  /** Stops the request; its reason is thrown as it is. */
  signal?: AbortSignal | undefined
}

export interface WriteOptions extends RequestOptions {
  /** Names this one write, 1 to 255 visible ASCII characters such as a UUID; the same key goes with every repetition. */
  idempotencyKey: string
}

export interface Write<Schema extends GenericSchema> extends RequestOptions {
  /** Sent as JSON. */
  body: object
  /** As in {@link WriteOptions}; null for what keeps nothing. */
  idempotencyKey: string | null
  /** What the answer must be. */
  schema: Schema
}

export interface TransportOptions {
  /** The root of the API, without a slash at its end. */
  root: string
  fetch: typeof globalThis.fetch
  /** Milliseconds for one try, the reading of its answer included. */
  timeout: number
  /** The language to ask for where a query states none. */
  language: string | undefined
  wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

export interface Transport {
  language: string | undefined
  get: <Schema extends GenericSchema>(path: string, schema: Schema, query?: Query, options?: RequestOptions) => Promise<InferOutput<Schema>>
  post: <Schema extends GenericSchema>(path: string, write: Write<Schema>) => Promise<InferOutput<Schema>>
  /** Asks once, and gives the answer as soon as its headers are there; its body is read for as long as `signal` lets it. */
  open: (path: string, query: Query, options: { accept: string, signal: AbortSignal }) => Promise<{ asked: Asked, response: Response }>
  wait: TransportOptions['wait']
}

interface Sent {
  headers: Record<string, string>
  redirect: RequestRedirect
  body?: object
}

/** The one door to the API: it sends, waits, repeats what may be repeated, and reads every answer with its schema. */
export function createTransport({ root, fetch, timeout, language, wait }: TransportOptions): Transport {
  const send = createFetch({ fetch }).raw

  /** Sends once. ofetch's own timer ends at the headers and its own repetition knows no `Retry-After`: neither is used. */
  async function attempt(asked: Asked, sent: Sent, signal: AbortSignal | undefined): Promise<Answer> {
    const timer = AbortSignal.timeout(timeout)
    try {
      const response = await send(asked.url, {
        ...sent,
        method: asked.method,
        responseType: 'text',
        retry: false,
        ignoreResponseError: true,
        signal: signal ? AbortSignal.any([signal, timer]) : timer,
      })
      return { status: response.status, statusText: response.statusText, retryAfter: response.headers.get('retry-after'), text: response._data ?? '' }
    }
    catch (error) {
      signal?.throwIfAborted()
      throw new Unreachable(asked, timer.aborted ? timeout : null, error instanceof FetchError ? error.cause : error)
    }
  }

  async function open(asked: Asked, accept: string, signal: AbortSignal): Promise<Response> {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), timeout)
    try {
      const response = await fetch(asked.url, { headers: { accept }, cache: 'no-store', signal: AbortSignal.any([signal, late.signal]) })
      if (!response.ok)
        throw toApiProblem(asked, { status: response.status, statusText: response.statusText, retryAfter: response.headers.get('retry-after'), text: await response.text() })
      return response
    }
    catch (error) {
      throw error instanceof ClientError ? error : new Unreachable(asked, late.signal.aborted ? timeout : null, error)
    }
    finally {
      clearTimeout(timer)
    }
  }

  async function request<Schema extends GenericSchema>(asked: Asked, sent: Sent, schema: Schema, rule: RetryRule, signal: AbortSignal | undefined): Promise<InferOutput<Schema>> {
    for (let tried = 1; ; tried++) {
      try {
        return readAnswer(asked, await attempt(asked, sent, signal), schema)
      }
      catch (error) {
        const pause = waitBeforeRetry(rule, tried, error)
        if (pause === null)
          throw error
        await wait(pause, signal)
      }
    }
  }

  return {
    language,
    wait,
    open: async (path, query, { accept, signal }) => {
      const asked = { method: 'GET', url: root + path + toQueryString(query) }
      return { asked, response: await open(asked, accept, signal) }
    },
    get: async (path, schema, query = {}, { signal } = {}) => {
      const asked = { method: 'GET', url: root + path + toQueryString(query) }
      return request(asked, { headers: { accept: 'application/json' }, redirect: 'follow' }, schema, readRule, signal)
    },
    post: async (path, { body, idempotencyKey, schema, signal }) => {
      if (idempotencyKey !== null && !/^[\x21-\x7E]{1,255}$/.test(idempotencyKey))
        throw new RangeError('idempotencyKey must be 1 to 255 visible ASCII characters, such as crypto.randomUUID() gives')
      // A browser repeats a redirected POST as a GET: the write would be lost without a word.
      const sent: Sent = { headers: { accept: 'application/json', ...(idempotencyKey !== null && { 'idempotency-key': idempotencyKey }) }, redirect: 'error', body }
      return request({ method: 'POST', url: root + path }, sent, schema, writeRule, signal)
    },
  }
}

import type { FreshCms } from '../../harness/fresh-cms'
import { createClient } from '@klartext/client'
import { problemSchema } from '@klartext/contract'
import * as v from 'valibot'
import { testSecrets } from '../../harness/secrets'
import { body, createNewsroom } from '../publication/newsroom'

export interface RawReply { status: number, headers: Headers, json: unknown }

export const plain = { name: 'Oskar', text: 'Räknar ni tiden från när jag skickar in ansökan?' }

let lastAddress = 0

/** An address that nobody has used yet, so that one test's limits are not another's. */
export const newAddress = (): string => `10.${++lastAddress >> 16}.${(lastAddress >> 8) & 255}.${lastAddress & 255}`

/** What other front ends and the site do with a booted CMS: send comments and reports in. */
export function createDesk(cms: FreshCms) {
  const room = createNewsroom(cms)
  const post = async (path: string, { json, body: raw, headers }: { json?: unknown, body?: BodyInit, headers?: Record<string, string> }): Promise<RawReply> => {
    const response = await fetch(`${cms.url}/api/v1${path}`, {
      method: 'POST',
      body: raw ?? JSON.stringify(json),
      headers: { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
    })
    return { status: response.status, headers: response.headers, json: await response.json() }
  }
  return {
    room,
    client: createClient({ baseUrl: cms.url }),
    post,
    /** As the site sends for one reader. */
    as: (address: string): Record<string, string> => ({ 'klartext-site-key': testSecrets.SITE_KEY, 'klartext-reader': address }),
    /** Sends a comment in, by a reader of its own unless told otherwise. */
    send: (slug: string, json: object, { key = crypto.randomUUID() as string, address = newAddress() } = {}) =>
      post(`/articles/${slug}/comments`, { json, headers: { 'idempotency-key': key, 'klartext-site-key': testSecrets.SITE_KEY, 'klartext-reader': address } }),
    article: (slug: string, data: object = {}) => room.create('article', { title: `Om ${slug}`, slug, kind: 'essay', body: body(), ...data }),
    async comments(articleId: string) {
      return room.sql<{ document_id: string, moderation_status: string, body_text: string, author_name: string, is_question: boolean | number, parent_id: string | null, path: string | null, language: string }>(
        'select * from comments where article_id = ? order by id',
        [articleId],
      )
    },
    problem: (reply: RawReply) => v.parse(problemSchema, reply.json),
  }
}

export type Desk = ReturnType<typeof createDesk>

import type { CommentPreview, Comment as PublicComment, Thread } from '@klartext/contract'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Buffer } from 'node:buffer'

/** Something that the fixture was sent. */
export interface Sent {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown>
}

export interface Answer {
  status: number
  body: object
  headers?: Record<string, string>
}

/** Answers to what a reader sends in, by the last part of the path; see `fixture-cms.ts` for reading. */
export type SentAnswers = Record<string, (sent: Sent) => Answer>

export async function readSent(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = []
  for await (const chunk of request)
    chunks.push(Buffer.from(chunk))
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  if (typeof body !== 'object' || body === null)
    throw new TypeError('The fixture is sent objects alone')
  return { path: request.url ?? '/', headers: request.headers, body: { ...body } }
}

/** A refusal as the CMS words it. */
export function problem(status: number, name: string, more: object = {}, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: { type: `https://klartext.example/api#problem-${name}`, title: name, status, detail: name, instance: '/', ...more },
  }
}

/** One field that does not fit. */
export function badField(path: string, code: string): Answer {
  return problem(400, 'bad-body', { errors: [{ path, message: 'does not fit', code }] })
}

/** A fixture that takes everything. */
export function takesAll(preview: CommentPreview): SentAnswers {
  return {
    preview: ({ body }) => ({ status: 200, body: { ...preview, name: body.name, bodyHtml: `<p>${escaped(String(body.text))}</p>`, isQuestion: body.isQuestion === true } }),
    comments: () => ({ status: 202, body: { id: 'new0000000000000000000000', receivedAt: '2026-05-08T10:00:00+02:00', status: 'pending', number: null, links: {} } }),
    reports: () => ({ status: 202, body: { receipt: 'K7Q2-9FHD', receivedAt: '2026-05-08T10:00:00+02:00' } }),
  }
}

/** A comment of a thread by its id, as it is read alone. */
export function commentIn(threads: Record<string, Thread>, id: string): PublicComment | null {
  const found = find(Object.values(threads).flatMap(({ items }) => items), id)
  return found && { ...found, replies: [] }
}

/** The replies to one comment, as a thread of their own. */
export function repliesIn(thread: Thread | undefined, id: string): Thread | null {
  const found = find(thread?.items ?? [], id)
  return found && thread ? { ...thread, items: found.replies, total: found.replyCount, rootTotal: found.replies.length } : null
}

function find(comments: readonly PublicComment[], id: string): PublicComment | null {
  for (const comment of comments) {
    const found = comment.id === id ? comment : find(comment.replies, id)
    if (found)
      return found
  }
  return null
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

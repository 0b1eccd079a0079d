import type { CommentInput, ReportInput } from '@klartext/contract'
import type { Client } from '../src/index.js'
import { commentInputSchema, reportInputSchema } from '@klartext/contract'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createClient } from '../src/index.js'
import { example, json, startServer } from './api-server.js'

const slug = 'varfor-tar-bygglovet-sa-lang-tid'
const id = '1hgl7s45i0domb8jabmnkvey'
const comment: CommentInput = v.parse(commentInputSchema, example('comment-input'))
const report: ReportInput = v.parse(reportInputSchema, example('report-input'))
const idempotencyKey = '0b9d7f0e-2f5c-4b1e-9d2a-6a1f6c0f6c11'

const writes: [call: (client: Client) => Promise<unknown>, path: string, body: object, key: string | undefined, answer: string][] = [
  [client => client.articles.previewComment(slug, comment), `/articles/${slug}/comments/preview`, comment, undefined, 'comment-preview'],
  [client => client.articles.writeComment(slug, comment, { idempotencyKey }), `/articles/${slug}/comments`, comment, idempotencyKey, 'comment-receipt'],
  [client => client.comments.report(id, report, { idempotencyKey }), `/comments/${id}/reports`, report, idempotencyKey, 'report-receipt'],
]

describe('every write', () => {
  it.each(writes)('%s posts to %s and reads the receipt', async (call, path, body, key, answer) => {
    const { baseUrl, received } = await startServer(json(example(answer), 202))
    expect(await call(createClient({ baseUrl }))).toEqual(example(answer))
    expect(received.map(({ method, url, headers }) => [method, url, headers['idempotency-key']])).toEqual([['POST', `/api/v1${path}`, key]])
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(body)
  })

  it.each(writes)('%s names the field that does not fit', async (call) => {
    const { baseUrl } = await startServer(json(example('problem-bad-comment'), 400))
    await expect(call(createClient({ baseUrl }))).rejects.toMatchObject({ status: 400, problem: { errors: [{ path: 'email', code: 'malformed' }, { path: 'text', code: 'required' }] } })
  })
})

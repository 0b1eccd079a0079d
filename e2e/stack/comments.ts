import type { Stack } from './stack'
import { randomUUID } from 'node:crypto'
import { at } from './admin-api'

/** What a reader writes below an article. */
export interface ReaderComment {
  name: string
  text: string
  email?: string
  isQuestion?: boolean
}

/**
 * Sends a comment in through the public API.
 * @returns its id
 * @throws Error with the answer when it is not taken
 */
export const sendComment = (stack: Stack, slug: string, comment: ReaderComment): Promise<string> => send(stack, `articles/${slug}/comments`, comment, 'id')

/**
 * Reports a public comment through the public API.
 * @returns the receipt number
 * @throws Error with the answer when it is not taken
 */
export const sendReport = (stack: Stack, commentId: string, report: { rule: string, text: string }): Promise<string> =>
  send(stack, `comments/${commentId}/reports`, { ...report, inGoodFaith: true }, 'receipt')

/** Sends something in, each time from another address, so that it counts below no limit of one sender. */
async function send({ cmsUrl, environment }: Stack, path: string, body: object, key: string): Promise<string> {
  const response = await fetch(`${cmsUrl}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'klartext-site-key': environment.SITE_KEY ?? '',
      'klartext-reader': `198.51.100.${Math.floor(Math.random() * 256)}`,
    },
    body: JSON.stringify(body),
  })
  const receipt: unknown = await response.json()
  const value = at(receipt, key)
  if (response.status !== 202 || typeof value !== 'string')
    throw new Error(`POST ${path} was answered ${response.status}: ${JSON.stringify(receipt)}`)
  return value
}

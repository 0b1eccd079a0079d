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
 * Sends a comment in through the public API, each from an address of its own.
 * @returns its id
 * @throws Error with the answer when it is not taken
 */
export async function sendComment({ cmsUrl, environment }: Stack, slug: string, comment: ReaderComment): Promise<string> {
  const response = await fetch(`${cmsUrl}/api/v1/articles/${slug}/comments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'klartext-site-key': environment.SITE_KEY ?? '',
      'klartext-reader': `198.51.100.${Math.floor(Math.random() * 256)}`,
    },
    body: JSON.stringify(comment),
  })
  const receipt: unknown = await response.json()
  const id = at(receipt, 'id')
  if (response.status !== 202 || typeof id !== 'string')
    throw new Error(`The comment of ${comment.name} was answered ${response.status}: ${JSON.stringify(receipt)}`)
  return id
}

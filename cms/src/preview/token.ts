import { createHmac, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'

/** What a preview token lets its bearer see. */
export interface PreviewGrant {
  documentId: string
  language: string
}

/** How long a token is good for. */
export const previewSeconds = 300

const payloadSchema = v.object({
  documentId: v.string(),
  language: v.string(),
  /** Seconds since 1970. */
  issuedAt: v.number(),
  expiresAt: v.number(),
})

/** Why a token opens nothing. */
export class PreviewTokenError extends Error {
  constructor(readonly reason: 'expired' | 'invalid') {
    super(`The preview token is ${reason}.`)
    this.name = 'PreviewTokenError'
  }
}

/**
 * A token for one document in one language, good for five minutes: base64url JSON, a dot, and its HMAC-SHA256.
 * @param grant what it opens
 * @param grant.documentId the document
 * @param grant.language of its draft
 * @param secret PREVIEW_SECRET
 * @param now when it is made
 */
export function createPreviewToken({ documentId, language }: PreviewGrant, secret: string, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const payload = Buffer.from(JSON.stringify({ documentId, language, issuedAt, expiresAt: issuedAt + previewSeconds })).toString('base64url')
  return `${payload}.${signatureOf(payload, secret)}`
}

/**
 * What a token opens, and until when.
 * @throws PreviewTokenError `expired` for one of ours that is too old, `invalid` for anything else
 */
export function verifyPreviewToken(token: string, secret: string, now: Date): PreviewGrant & { expiresAt: Date } {
  const [payload = '', signature = '', ...rest] = token.split('.')
  const wanted = Buffer.from(signatureOf(payload, secret))
  const shown = Buffer.from(signature)
  if (rest.length > 0 || shown.length !== wanted.length || !timingSafeEqual(shown, wanted))
    throw new PreviewTokenError('invalid')
  // signed by us, so it is JSON of ours
  const { documentId, language, expiresAt } = v.parse(payloadSchema, JSON.parse(Buffer.from(payload, 'base64url').toString()))
  if (expiresAt * 1000 <= now.getTime())
    throw new PreviewTokenError('expired')
  return { documentId, language, expiresAt: new Date(expiresAt * 1000) }
}

const signatureOf = (payload: string, secret: string): string => createHmac('sha256', secret).update(`preview.${payload}`).digest('base64url')

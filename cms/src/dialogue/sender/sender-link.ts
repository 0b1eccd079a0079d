import { timingSafeEqual } from 'node:crypto'
import { macOf } from '../vault/keys'

/**
 * What opens a comment to its sender: the comment's id and an HMAC-SHA-256 over it. It stands in the letters alone, and works as long
 * as the comment is there.
 */
export const senderToken = (commentId: string): string =>
  `${Buffer.from(commentId).toString('base64url')}.${macOf('sender-link', commentId).toString('base64url')}`

/** The comment that a token opens, or null for one that we did not make. */
export function readSenderToken(token: string): string | null {
  const [id = '', mac = '', ...rest] = token.split('.')
  const commentId = Buffer.from(id, 'base64url').toString()
  const shown = Buffer.from(mac, 'base64url')
  const wanted = macOf('sender-link', commentId)
  return rest.length === 0 && shown.length === wanted.length && timingSafeEqual(shown, wanted) && senderToken(commentId) === token ? commentId : null
}

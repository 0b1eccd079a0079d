import { PublicProblem } from './problem'

/**
 * The name of one write: whatever is sent again under it is the same write.
 * @throws PublicProblem 400 where the header is missing, or not 1 to 255 visible ASCII characters
 */
export function idempotencyKeyOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const key = headers['idempotency-key']
  if (typeof key === 'string' && /^[\x21-\x7E]{1,255}$/.test(key))
    return key
  throw new PublicProblem(400, 'idempotency-key-missing', 'Send one header Idempotency-Key of 1 to 255 visible ASCII characters: the token of a preview, or a UUID of your own. A repetition under the same key is safe.')
}

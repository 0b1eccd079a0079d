import { timingSafeEqual } from 'node:crypto'
import { macOf } from '../vault/keys'

const goodForSeconds = 3600

const macOfLink = (owner: string, expires: string): Buffer => macOf('my-data-link', `${owner} ${expires}`)

/**
 * What opens everything under one address for an hour: the keyed hash of the address, until when, and an HMAC-SHA-256 over both.
 * @param owner the address's HMAC, as `commenter` keeps it
 */
export function myDataToken(owner: string, now: Date): string {
  const expires = (Math.floor(now.getTime() / 1000) + goodForSeconds).toString(36)
  return [Buffer.from(owner, 'hex').toString('base64url'), expires, macOfLink(owner, expires).toString('base64url')].join('.')
}

/** Whose data a token opens, or null for one that we did not make or that is older than an hour. */
export function readMyDataToken(token: string, now: Date): string | null {
  const [coded = '', expires = '', mac = '', ...rest] = token.split('.')
  const owner = Buffer.from(coded, 'base64url').toString('hex')
  const shown = Buffer.from(mac, 'base64url')
  const wanted = macOfLink(owner, expires)
  const isOurs = rest.length === 0 && shown.length === wanted.length && timingSafeEqual(shown, wanted)
  return isOurs && Number.parseInt(expires, 36) * 1000 > now.getTime() ? owner : null
}

import type { Knex } from 'knex'
import * as v from 'valibot'
import { storedNumber } from '../../publication/log/stored-row'

/** How long a claimed letter is left to the one who claimed it; longer than a mail server is ever waited for. */
const leaseMinutes = 10

/** A letter is tried this often, the last time about a day and a half after the first. */
export const maxTries = 12

const rowSchema = v.object({
  id: storedNumber,
  kind: v.string(),
  language: v.picklist(['sv', 'en']),
  owner: v.string(),
  to_cipher: v.string(),
  data: v.string(),
  tries: storedNumber,
  next_try_at: v.string(),
})

/** A letter that this process alone may send, until its lease has passed. */
export interface ClaimedLetter {
  id: number
  kind: string
  language: 'sv' | 'en'
  owner: string
  toCipher: string
  data: string
  /** This try, from 1. */
  tries: number
  /** Until when nobody else takes it; also what tells whether the claim still holds. */
  leasedUntil: string
}

const later = (instant: string, minutes: number): string => new Date(new Date(instant).getTime() + minutes * 60_000).toISOString()

/**
 * Takes the letter that has waited longest, by a row update that one of several processes wins. One whose sender died is there to be
 * taken again when its lease has passed; its Message-ID is the same then.
 * @returns null when no letter can go now
 */
export async function claimLetter(knex: Knex, now: string): Promise<ClaimedLetter | null> {
  for (;;) {
    const found: unknown = await knex('letter').where('next_try_at', '<=', now).orderBy(['next_try_at', 'id']).first()
    if (found === undefined)
      return null
    const row = v.parse(rowSchema, found)
    const leasedUntil = later(now, leaseMinutes)
    const won: number = await knex('letter')
      .where({ id: row.id, next_try_at: row.next_try_at, tries: row.tries })
      .update({ next_try_at: leasedUntil, tries: row.tries + 1 })
    if (won === 1)
      return { id: row.id, kind: row.kind, language: row.language, owner: row.owner, toCipher: row.to_cipher, data: row.data, tries: row.tries + 1, leasedUntil }
  }
}

const held = (knex: Knex, letter: ClaimedLetter) => knex('letter').where({ id: letter.id, next_try_at: letter.leasedUntil })

/** A sent letter keeps no address. */
export async function markSent(knex: Knex, letter: ClaimedLetter, now: string): Promise<void> {
  await held(knex, letter).update({ sent_at: now, next_try_at: null, to_cipher: null, last_error: null })
}

/** A letter that can never go keeps no address either, only why. */
export async function giveUp(knex: Knex, letter: ClaimedLetter, reason: string): Promise<null> {
  await held(knex, letter).update({ next_try_at: null, to_cipher: null, last_error: reason })
  return null
}

/**
 * Puts a letter back: 1 minute after the first try, then twice as long each time.
 * @returns when it is tried again, or null when that was its last try
 */
export async function putBack(knex: Knex, letter: ClaimedLetter, reason: string, now: string): Promise<string | null> {
  if (letter.tries >= maxTries) {
    return giveUp(knex, letter, reason)
  }
  const nextTryAt = later(now, 2 ** (letter.tries - 1))
  await held(knex, letter).update({ next_try_at: nextTryAt, last_error: reason })
  return nextTryAt
}

/** Closes every waiting letter at once, where no mail server is set: nothing piles up that would go out months later. */
export async function giveUpAll(knex: Knex, reason: string): Promise<number> {
  return knex('letter').whereNotNull('next_try_at').update({ next_try_at: null, to_cipher: null, last_error: reason })
}

import { createHmac } from 'node:crypto'
import { chainStart } from '../publication/log/chain'

/** A place in the log: after its row `seq`, whose chain stands for all rows up to it. */
export interface LogPlace {
  seq: number
  chain: string
}

/** Before the first row. */
export const logStart: LogPlace = { seq: 0, chain: chainStart }

/** What a client asks to go on from; `mark` is null where it gives only the seq of a change. */
export interface AskedPlace {
  seq: number
  mark: string | null
}

/**
 * A place as clients are given it: the seq, and a mark that only this log in this epoch has at it. The chain tells a log that was
 * restored or begun anew, however far it has grown since; keyed with the epoch, which is secret, it lets nobody try out what is hashed.
 */
export const cursorOf = (epoch: string, { seq, chain }: LogPlace): string =>
  `${seq}.${createHmac('sha256', epoch).update(chain).digest().subarray(0, 12).toString('base64url')}`

/** Reads a cursor or a bare seq; null for anything else, such as the id of another server's event. */
export function parsePlace(text: string): AskedPlace | null {
  const [, digits, mark] = /^(\d{1,16})(?:\.([\w-]{1,64}))?$/.exec(text) ?? []
  const seq = Number(digits ?? Number.NaN)
  return Number.isSafeInteger(seq) ? { seq, mark: mark ?? null } : null
}

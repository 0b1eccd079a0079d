import type { Knex } from 'knex'
import type { LetterData, LetterKind } from './letter-data'
import { randomUUID } from 'node:crypto'
import { encryptEmail } from '../vault/email'
import { wakeLetters } from './wake'

export type NewLetter = {
  [Kind in LetterKind]: {
    kind: Kind
    to: string
    language: string
    /** What the template needs, see `letter-data.ts`; the rest is read when the letter is sent. */
    data: LetterData<Kind>
    now: string
  }
}[LetterKind]

/**
 * Puts a letter into the queue, from which it is sent as soon as what it tells of is committed; it survives a restart.
 * @param trx the transaction that does what the letter tells of
 */
export async function enqueueLetter(trx: Knex.Transaction, { kind, to, language, data, now }: NewLetter): Promise<void> {
  const owner = randomUUID()
  await trx('letter').insert({
    kind,
    language: language === 'en' ? 'en' : 'sv',
    owner,
    about: aboutOf(data),
    to_cipher: encryptEmail(to, owner),
    data: JSON.stringify(data),
    created_at: now,
    next_try_at: now,
    tries: 0,
  })
  // what is rolled back took its letter with it
  trx.executionPromise.then(wakeLetters, () => {})
}

function aboutOf(data: NewLetter['data']): string {
  if ('commentId' in data)
    return data.commentId
  return 'receipt' in data ? data.receipt : data.about
}

/** Takes letters that still wait out of the queue, where what they tell of is to be forgotten. */
export async function forgetLetters(trx: Knex, about: string): Promise<void> {
  await trx('letter').where({ about }).delete()
}

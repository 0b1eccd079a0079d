import type { Knex } from 'knex'
import { randomUUID } from 'node:crypto'
import { encryptEmail } from '../vault/email'

/** Every letter that Klartext sends; each has a template in both languages. */
export const letterKinds = ['comment-received', 'comment-approved', 'comment-answered', 'comment-declined', 'comment-hidden', 'report-received', 'report-decided', 'my-data'] as const

export type LetterKind = (typeof letterKinds)[number]

export interface NewLetter {
  kind: LetterKind
  to: string
  language: string
  /** What the template needs; JSON without an address. */
  data: Readonly<Record<string, string | null>>
  now: string
}

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
    to_cipher: encryptEmail(to, owner),
    data: JSON.stringify(data),
    created_at: now,
    next_try_at: now,
    tries: 0,
  })
}

import type { CommentRow } from '../../publication/comments/comment-row'
import type { Publication } from '../../publication/publication'
import type { LedgerEvent } from '../ledger/append'
import { errors } from '@strapi/utils'
import { findComment } from '../../publication/comments/comment-row'
import { readLedger } from '../ledger/ledger-row'
import { readItem } from '../queues/moderation-item'
import { namesOf } from './actor-names'
import { ChangedMeanwhile, standings } from './refusals'

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })

/** What somebody did, as the next moderator is told. */
const deeds: Readonly<Record<LedgerEvent, string>> = {
  'received': 'skickade in kommentaren',
  'written': 'skrev kommentaren',
  'approved': 'godkände kommentaren',
  'declined': 'avböjde kommentaren',
  'hidden': 'dolde kommentaren',
  'spam': 'märkte kommentaren som skräppost',
  'withdrawn': 'tog tillbaka kommentaren',
  'erased': 'raderade kommentaren',
  'restored': 'ångrade beslutet',
  'edited': 'ändrade kommentaren',
  'question': 'märkte kommentaren som fråga',
  'no-question': 'tog bort märkningen som fråga',
  'asked': 'gjorde frågan publik',
  'unasked': 'tog bort frågan',
  'answered': 'besvarade frågan',
  'unanswered': 'tog bort svaret',
  'reported': 'anmälde kommentaren',
  'report-upheld': 'gav anmälaren rätt',
  'report-rejected': 'avvisade anmälan',
}

/**
 * The comment that a moderator decides on, as the moderator saw it.
 * @param publication what the decision runs in, under the publication lock
 * @param commentId its documentId
 * @param expected the revision that the moderator saw
 * @throws NotFoundError when it is gone; ChangedMeanwhile, in Swedish, when it changed since
 */
export async function assertUnchanged(publication: Publication, commentId: string, expected: number): Promise<CommentRow> {
  const { strapi, trx } = publication
  const comment = await findComment(strapi, commentId)
  const item = await readItem(trx, commentId)
  if (!comment || !item)
    throw new errors.NotFoundError('Kommentaren finns inte längre.')
  if (item.revision === expected)
    return comment
  const last = (await readLedger(trx, commentId)).findLast(row => !row.event.startsWith('report'))
  const by = last ? (await namesOf(strapi, [last.actor]))(last.actor) : null
  const at = last?.at ?? publication.now
  const deed = last ? [`${by} ${deeds[last.event]} ${clock.format(new Date(at))}.`] : []
  const sentence = [...deed, `${standings[comment.moderationStatus]}.`, 'Titta igen innan du bestämmer.'].join(' ')
  throw new ChangedMeanwhile(sentence, { by, at, status: comment.moderationStatus })
}

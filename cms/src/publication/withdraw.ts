import type { Publication } from './publication'
import type { PublicState } from './read-model/states'
import type { Strapi } from './subjects'
import { followArticle } from './comments/follow-article'
import { exclusively } from './lock'
import { appendToLog } from './log/append'
import { canonicalJson } from './log/canonical-json'
import { notifyPublished } from './notifier'
import { createPublication } from './publication'
import { namedIn } from './read-model/references'
import { readStates, writeState } from './read-model/states'
import { countedRows, removeDocument } from './read-model/write-document'
import { changeTags } from './reconcile/change-tags'
import { projectTouched } from './reconcile/reconcile-document'
import { dependentsOf } from './reconcile/touched'
import { shownBy } from './reconcile/unpublish'
import { refusal } from './refusals/fault'
import { targetsOf } from './snapshot/references'
import { uids } from './subjects'
import { fieldText } from './text/typography'

export interface Withdrawal {
  documentId: string
  language: string
  /** Why, in the article's language; readers see it at the article's address. */
  notice: string
  /** Who withdraws, as the log keeps it; without it the running request's user. */
  actor?: string
}

/**
 * Takes a public article down with a notice: Strapi unpublishes it, its address answers 410 with the notice, and it leaves every list.
 * Publishing it again lifts the withdrawal.
 * @throws ValidationError in Swedish when the notice is empty or the article is not public in the language; nothing is written then
 */
export async function withdrawArticle(strapi: Strapi, withdrawal: Withdrawal): Promise<void> {
  const { documentId, language } = withdrawal
  const notice = fieldText(withdrawal.notice, language)
  if (notice === null)
    throw refusal('Artikeln kan inte dras tillbaka.', [{ path: ['notice'], message: 'Skriv varför, så att den som söker artikeln får veta det.' }])
  await strapi.db.transaction(async ({ trx, onCommit }) => {
    await exclusively(trx, async () => {
      const publication = { ...createPublication(strapi, trx), ...withdrawal.actor === undefined ? {} : { actor: withdrawal.actor } }
      const states = await readStates(trx, 'article', documentId)
      const state = states.find(row => row.language === language && row.state === 'published')
      if (!state)
        throw refusal('Artikeln kan inte dras tillbaka.', [{ path: [], message: 'Den är inte publicerad på det språket.' }])
      await writeWithdrawal(publication, state, states, notice)
    })
    // the row stands as withdrawn already, so what follows on Strapi's unpublishing leaves it alone
    await strapi.documents(uids.article).unpublish({ documentId, locale: language })
    onCommit(() => notifyPublished(error => strapi.log.error(error)))
  })
}

async function writeWithdrawal(publication: Publication, state: PublicState, states: readonly PublicState[], notice: string): Promise<void> {
  const { trx, now, actor } = publication
  const { type, id, language, slug } = state
  const snapshot = await shownBy(publication, state)
  if (snapshot.type !== 'article')
    throw new Error(`The article ${id} stands on the log row of a ${snapshot.type}.`)
  const named = targetsOf(snapshot)
  const dependents = await dependentsOf(trx, snapshot)
  const seq = await appendToLog(trx, {
    subjectType: type,
    documentId: id,
    language,
    slug,
    action: 'withdrawn',
    version: null,
    changeKind: null,
    changeNote: null,
    at: now,
    actor,
    firstPublishedAt: null,
    publicUpdatedAt: null,
    tags: changeTags({ type, id, named: await namedIn(trx, state), recounted: named, dependents }),
    snapshot: canonicalJson({ id, type: 'withdrawal', language, slug, title: snapshot.title, notice }),
  })
  await removeDocument(publication, state, true)
  await writeState(trx, { ...state, state: 'withdrawn', logSeq: seq })
  await followArticle(publication, id, states)
  await projectTouched(publication, { documents: [state, ...countedRows(named, language), ...dependents.documents], comments: dependents.comments }, states)
}

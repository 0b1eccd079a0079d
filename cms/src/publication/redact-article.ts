import type { Strapi } from './subjects'
import { exclusively } from './lock'
import { appendToLog } from './log/append'
import { canonicalJson } from './log/canonical-json'
import { redactSnapshots } from './log/redact'
import { notifyPublished } from './notifier'
import { createPublication } from './publication'
import { readStates, removeState } from './read-model/states'
import { documentTag, joined } from './read-model/tags'
import { uids } from './subjects'

/**
 * Empties what the log keeps of an article in one language, where the law demands that it be removed; one that is public is unpublished
 * first, and one that was withdrawn stops telling so. Digests and chain stay, and so does what each row says beside its text: address,
 * dates and change notes are part of the chain.
 * @returns when the log says that it happened; null where there was nothing to empty
 */
export async function redactArticle(strapi: Strapi, documentId: string, language: string): Promise<string | null> {
  return strapi.db.transaction(async ({ trx, onCommit }) => {
    // the lock holds until the commit: what is read here is what is emptied, also where somebody publishes the article at the same time
    const states = await exclusively(trx, async () => readStates(trx, 'article', documentId))
    const state = states.find(row => row.language === language)
    if (state?.state === 'published')
      await strapi.documents(uids.article).unpublish({ documentId, locale: language })
    return exclusively(trx, async () => {
      if (state?.state === 'withdrawn')
        await removeState(trx, state)
      if (!await redactSnapshots(trx, 'article', documentId, language))
        return null
      const publication = createPublication(strapi, trx)
      await appendToLog(trx, {
        subjectType: 'article',
        documentId,
        language,
        slug: state?.slug ?? null,
        action: 'redacted',
        version: null,
        changeKind: null,
        changeNote: null,
        at: publication.now,
        actor: publication.actor,
        firstPublishedAt: null,
        publicUpdatedAt: null,
        tags: joined([documentTag('article', documentId)]),
        snapshot: canonicalJson({}),
      })
      onCommit(() => notifyPublished(error => strapi.log.error(error)))
      return publication.now
    })
  })
}

import type { Strapi } from '../subjects'
import { exclusively } from '../lock'
import { notifyPublished } from '../notifier'
import { createPublication } from '../publication'
import { project } from '../read-model/project'
import { readDue } from './closing-row'
import { followClosing } from './follow-closing'

/**
 * Tells readers of every article that has stopped taking comments by its age. Of several CMSs that look at the same time, the one that
 * comes first tells; it costs one look at an index when there is nothing to tell.
 * @param strapi the running CMS
 * @param now this moment
 * @returns how many articles
 */
export async function closeDue(strapi: Strapi, now = new Date()): Promise<number> {
  const due = await readDue(strapi.db.connection, now.toISOString())
  for (const { articleId } of due) {
    await strapi.db.transaction(async ({ trx, onCommit }) => {
      const publication = { ...createPublication(strapi, trx), now: now.toISOString() }
      await exclusively(trx, async () => {
        const { documents } = await followClosing(publication, articleId, false)
        await project(trx, documents, publication.addresses)
      })
      onCommit(() => notifyPublished(error => strapi.log.error(error)))
    })
  }
  return due.length
}

/** Looks each minute which articles stop taking comments. */
export function closeEachMinute(strapi: Strapi): void {
  strapi.cron.add({ 'klartext.close-comments': { task: async () => closeDue(strapi), options: { rule: '* * * * *' } } })
}

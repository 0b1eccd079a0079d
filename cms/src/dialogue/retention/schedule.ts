import type { Knex } from 'knex'
import type { Strapi } from '../../publication/subjects'
import { isPostgres } from '../../publication/engine'
import { completeJournal } from '../erase/known-erasures'
import { forgetOld } from './forget-old'

const task = 'retention'

/**
 * Removes once a day what has been kept long enough, whenever the CMS runs; one process of several does it. Where there can be several,
 * each hears every hour what the others have erased: its journal may be the one that is left.
 */
export function scheduleRetention(strapi: Strapi): void {
  strapi.cron.add({
    'klartext-retention': {
      options: '17 * * * *',
      task: async () => {
        const isMine = await claimDay(strapi.db.connection, new Date())
        if (isMine)
          strapi.log.info(`Retention removed ${JSON.stringify(await forgetOld(strapi, new Date()))}.`)
        if (isMine || isPostgres(strapi.db.connection))
          await completeJournal(strapi)
      },
    },
  })
}

/** Whether this process is the one that does it today, by a row update that one of several wins. */
export async function claimDay(knex: Knex, now: Date): Promise<boolean> {
  const day = now.toISOString().slice(0, 10)
  await knex('scheduled_task').insert({ name: task, last_day: '' }).onConflict('name').ignore()
  return await knex('scheduled_task').where({ name: task }).whereNot({ last_day: day }).update({ last_day: day }) === 1
}

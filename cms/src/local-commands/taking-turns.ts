import type { CommandHandler } from './registry'
import { lockDatabase } from '../replicas/database-lock'
import { readSettings } from '../settings'

/** A command that rewrites what another one reads: of all CMSs on one database, one runs such a command at a time. */
export function takingTurns(handler: CommandHandler): CommandHandler {
  return async (strapi, input) => {
    const release = await lockDatabase(readSettings().databaseUrl, 'command', () => {
      strapi.log.info('Another CMS on this database runs a command; this one waits for its end.')
    })
    try {
      return await handler(strapi, input)
    }
    finally {
      await release()
    }
  }
}

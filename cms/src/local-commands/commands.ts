import { backupCommand, restoreCommand } from '../backup/commands'
import { redactCommand } from '../dialogue/erase/redact-command'
import { rebuildQueues } from '../dialogue/queues/rebuild-queues'
import { forgetOld } from '../dialogue/retention/forget-old'
import { loadExampleContent } from '../example-content/load'
import { importCommand } from '../import/import-command'
import { verifyLog } from '../publication/log/verify'
import { rebuild } from '../publication/rebuild/rebuild'
import { makeMissingSizes } from '../uploads/size-command'
import { registerCommand } from './registry'
import { takingTurns } from './taking-turns'

/** Every command that this machine can give the running CMS. */
export function registerLocalCommands(): void {
  // tells a command that the CMS it found is the one that wrote cms.json
  registerCommand('ping', async () => process.pid)
  registerCommand('load-examples', takingTurns(loadExampleContent))
  registerCommand('verify-log', strapi => verifyLog(strapi.db.connection))
  registerCommand('rebuild', takingTurns(async (strapi) => {
    const result = await rebuild(strapi)
    await rebuildQueues(strapi)
    return result
  }))
  registerCommand('picture-sizes', takingTurns(makeMissingSizes))
  registerCommand('import', takingTurns(importCommand))
  registerCommand('retention', takingTurns(strapi => forgetOld(strapi, new Date())))
  registerCommand('redact', takingTurns(redactCommand))
  registerCommand('backup', backupCommand)
  registerCommand('restore', takingTurns(restoreCommand))
}

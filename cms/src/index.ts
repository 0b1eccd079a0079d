import type { Core } from '@strapi/strapi'
import { registerModerationRoutes } from './admin-routes/moderation'
import { registerWithdrawRoute } from './admin-routes/withdraw'
import { shareRelations } from './api/article/documents/share-relations'
import { ensureAdminViews } from './bootstrap/admin-views'
import { answerEmptyRegistration } from './bootstrap/answer-empty-registration'
import { ensureFirstAdministrator } from './bootstrap/first-administrator'
import { guardDocuments } from './bootstrap/guard-documents'
import { guardRelations } from './bootstrap/guard-relations'
import { ensureLanguages } from './bootstrap/languages'
import { lockDown } from './bootstrap/lock-down'
import { ensureMail } from './bootstrap/mail'
import { ensureMediaSettings } from './bootstrap/media-settings'
import { registerPermissionActions } from './bootstrap/permission-actions'
import { ensureRoles } from './bootstrap/roles/ensure-roles'
import { refuseSignInInSwedish } from './bootstrap/swedish-sign-in'
import { changeStreamOf } from './changes/change-stream'
import { ensureEpoch } from './changes/epoch'
import { forgetErased } from './dialogue/erase/forget-erased'
import { completeJournal } from './dialogue/erase/known-erasures'
import { scheduleLetters, stopLetters } from './dialogue/letters/schedule'
import { keepDialogue } from './dialogue/observe/keep-dialogue'
import { onVerdict } from './dialogue/observe/verdicts'
import { ensureQueues } from './dialogue/queues/rebuild-queues'
import { scheduleRetention } from './dialogue/retention/schedule'
import { learnFromVerdict } from './dialogue/spam/learnt'
import { ensureDialogueTables } from './dialogue/tables'
import { ensureImportTables } from './import/import-sources'
import { registerLocalCommands } from './local-commands/commands'
import { announceWhenListening, takeBackAnnouncement } from './ownership/announce'
import { ownDataDir } from './ownership/data-dir-lock'
import { closeEachMinute } from './publication/closing/close-due'
import { observeComments } from './publication/comment-observers'
import { publishInTransaction } from './publication/middleware'
import { ensureReadModel } from './publication/rebuild/ensure-read-model'
import { refuseMassDeletion } from './publication/refuse-mass-deletion'
import { ensurePublicationTables } from './publication/tables'
import { drain, watchRequests } from './replicas/drain'
import { letOthersStart, startInTurn } from './replicas/start-in-turn'
import { readSettings } from './settings'
import { takeTurns } from './take-turns'
import { acceptCleanImages } from './uploads/accept-clean-images'
import { keepPublicImages } from './uploads/keep-public-images'
import { storeInBucket } from './uploads/store/store-in-bucket'

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    publishInTransaction(strapi)
    observeComments(keepDialogue)
    observeComments(forgetErased)
    onVerdict(learnFromVerdict)
    shareRelations(strapi)
    refuseMassDeletion(strapi)
    // before anything touches the database
    ownDataDir(readSettings().dataDir)
    await startInTurn(strapi)
    registerLocalCommands()
    announceWhenListening(strapi)
    watchRequests(strapi)
    await registerPermissionActions(strapi)
    registerWithdrawRoute(strapi)
    registerModerationRoutes(strapi)
    guardDocuments(strapi)
    answerEmptyRegistration(strapi)
    guardRelations(strapi)
    refuseSignInInSwedish(strapi)
    acceptCleanImages(strapi)
    keepPublicImages(strapi)
    storeInBucket(strapi)
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    takeTurns(strapi.db.connection)
    await ensurePublicationTables(strapi.db.connection)
    await ensureReadModel(strapi)
    await ensureEpoch(strapi.db.connection)
    await ensureImportTables(strapi.db.connection)
    await ensureDialogueTables(strapi.db.connection)
    await ensureQueues(strapi)
    await completeJournal(strapi)
    await ensureLanguages(strapi)
    await lockDown(strapi)
    await ensureFirstAdministrator(strapi, readSettings().firstAdmin)
    await ensureRoles(strapi)
    await ensureMediaSettings(strapi)
    await ensureAdminViews(strapi)
    ensureMail(strapi)
    scheduleLetters(strapi)
    closeEachMinute(strapi)
    scheduleRetention(strapi)
    await letOthersStart()
  },
  async destroy({ strapi }: { strapi: Core.Strapi }) {
    takeBackAnnouncement()
    const drained = drain(strapi)
    changeStreamOf(strapi).end()
    await drained
    await stopLetters()
  },
}

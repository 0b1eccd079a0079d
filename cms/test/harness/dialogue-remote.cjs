// What the tests of the dialogue run inside the booted CMS; see remote.cjs.
const path = require('node:path')

const dialogue = name => require(path.resolve(__dirname, '..', '..', 'dist', 'src', 'dialogue', name))

/** Leaves an e-mail address with a comment, as sending it in does: {commentId, email}. */
exports.leaveAddress = async (strapi, { commentId, email }) => {
  const { emailHmac, encryptEmail } = dialogue('vault/email')
  await strapi.db.connection('commenter').insert({ comment_id: commentId, email_cipher: encryptEmail(email, commentId), email_hmac: emailHmac(email), created_at: new Date().toISOString() })
}

/** Leaves a report of a comment, as sending it in does: {receipt, commentId, rule, text}. */
exports.leaveReport = async (strapi, { receipt, commentId, rule, text }) => {
  const { keepOpenReports } = dialogue('queues/open-reports')
  await strapi.db.transaction(async ({ trx }) => {
    await trx('comment_report').insert({ receipt, comment_id: commentId, key_digest: receipt, content_digest: receipt, rule, text, language: 'sv', received_at: new Date().toISOString(), state: 'open' })
    await keepOpenReports(trx, commentId)
  })
}

/** Makes the moderators' queues anew. */
exports.rebuildQueues = strapi => dialogue('queues/rebuild-queues').rebuildQueues(strapi)

/** What a sender does with a comment: {commentId, edit} → nothing. */
exports.editBySender = (strapi, { commentId, edit }) => dialogue('decide/by-sender').editBySender(strapi, commentId, edit)
exports.withdrawBySender = (strapi, { commentId }) => dialogue('decide/by-sender').withdrawBySender(strapi, commentId)
exports.eraseBySender = (strapi, { commentId }) => dialogue('decide/by-sender').eraseBySender(strapi, commentId)

/** Decides on a report: {receipt, outcome, text} → the comment. */
exports.decideReport = (strapi, decision) => dialogue('decide/decide-report').decideReport(strapi, decision)

/** Erases a report: {receipt} → whether there was anything to erase. */
exports.eraseReport = (strapi, { receipt }) => dialogue('erase/erase').eraseReport(strapi, receipt)

/** Asks so many times at once for a letter with a link to what is kept under an address: {email, times}. */
exports.requestMyData = async (strapi, { email, times }) => {
  await Promise.all(Array.from({ length: times }, () => dialogue('my-data/request-link').requestMyData(strapi, email, 'sv', new Date())))
}

/** Tells readers of articles that stopped taking comments by an instant: {now} → how many. */
exports.closeDue = (strapi, { now }) => require('../../dist/src/publication/closing/close-due').closeDue(strapi, new Date(now))

/** Writes into the journal of this CMS's data folder what the database knows to be erased. */
exports.completeJournal = strapi => dialogue('erase/known-erasures').completeJournal(strapi)

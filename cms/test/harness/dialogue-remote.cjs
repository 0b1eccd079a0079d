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

const verdicts = []

/** Starts keeping what moderators' verdicts teach. */
exports.hearVerdicts = () => {
  dialogue('observe/verdicts').onVerdict(async (_trx, verdict) => {
    verdicts.push(verdict)
  })
}

/** What was taught since the last question. */
exports.verdicts = () => verdicts.splice(0)

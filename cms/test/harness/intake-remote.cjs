// What the tests of the intake run inside the booted CMS; see remote.cjs.
const path = require('node:path')

const dialogue = name => require(path.resolve(__dirname, '..', '..', 'dist', 'src', 'dialogue', name))

/** Forgets what was derived from addresses 30 days before an instant → how many rows. */
exports.forgetSenders = (strapi, instant) => dialogue('submit/forget-senders').forgetSenders(strapi.db.connection, new Date(instant))

/** Teaches the classifier a verdict: {text, isSpam, isTakenBack}. */
exports.learnFromVerdict = (strapi, verdict) => strapi.db.transaction(({ trx }) => dialogue('spam/learnt').learnFromVerdict(trx, { name: '', ...verdict }))

/** How much a comment looks like spam: {text, name} → 0 to 1. */
exports.spamScoreOf = (strapi, comment) => dialogue('spam/learnt').spamScoreOf(strapi.db.connection, comment)

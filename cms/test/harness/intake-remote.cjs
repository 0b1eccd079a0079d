// What the tests of the intake run inside the booted CMS; see remote.cjs.
const path = require('node:path')

const dialogue = name => require(path.resolve(__dirname, '..', '..', 'dist', 'src', 'dialogue', name))

/** Forgets what was derived from addresses 30 days before an instant → how many rows. */
exports.forgetSenders = (strapi, instant) => dialogue('submit/forget-senders').forgetSenders(strapi.db.connection, new Date(instant))

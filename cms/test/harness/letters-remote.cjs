// What the tests of the letters run inside the booted CMS; see remote.cjs.
const { enqueueLetter } = require('../../dist/src/dialogue/letters/enqueue')
const { wakeLetters } = require('../../dist/src/dialogue/letters/wake')

const now = () => new Date().toISOString()

/** Puts letters into the queue, in one transaction: [{kind, to, language, data}]. */
exports.enqueueLetters = async (strapi, letters) => {
  await strapi.db.transaction(async ({ trx }) => {
    for (const letter of letters)
      await enqueueLetter(trx, { now: now(), ...letter })
  })
}

/** The same, and takes it back. */
exports.enqueueLettersRolledBack = async (strapi, letters) => {
  await strapi.db.transaction(async ({ trx, rollback }) => {
    for (const letter of letters)
      await enqueueLetter(trx, { now: now(), ...letter })
    await rollback()
  })
}

/** Does what the task of each minute does. */
exports.wakeLetters = () => wakeLetters()

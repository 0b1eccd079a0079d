// What the tests of the backup run inside the booted CMS; see remote.cjs.
const path = require('node:path')

const dist = name => require(path.resolve(__dirname, '..', '..', 'dist', 'src', name))

const weeklyCount = '"key":"plugin_upload_metrics"'

/** A row as it is compared: Strapi notes by itself, 15 seconds after a start, when it last counted uploads. */
const comparable = row => row.includes(weeklyCount) ? weeklyCount : row

/** Every row of every table that a backup holds, as it would be written → {table: [row as JSON, sorted]}. */
exports.dumpTables = async (strapi) => {
  const snapshot = await dist('backup/snapshot').openSnapshot(strapi.db.connection)
  try {
    const dump = {}
    for (const [table, columns] of Object.entries(snapshot.tables)) {
      const rows = []
      for await (const batch of snapshot.rows(table))
        rows.push(...batch.map(row => JSON.stringify(comparable(dist('publication/log/canonical-json').canonicalJson(Object.fromEntries(Object.keys(columns).map((name, index) => [name, row[index]])))))))
      dump[table] = rows.sort()
    }
    return dump
  }
  finally {
    await snapshot.close()
  }
}

/** Gives a local command without HTTP: {name, input} → its answer, or {refusal}. */
exports.command = async (strapi, { name, input }) => {
  try {
    return await dist('local-commands/registry').findCommand(name)(strapi, input ?? null)
  }
  catch (error) {
    if (error.name === 'CommandRefusal')
      return { refusal: error.message }
    throw error
  }
}

/** Removes what has been kept long enough at an instant → how much. */
exports.forgetOld = (strapi, instant) => dist('dialogue/retention/forget-old').forgetOld(strapi, new Date(instant))

/** Who wins the day: {day, times} → how many of so many at once. */
exports.claimDay = async (strapi, { day, times }) => {
  const won = await Promise.all(Array.from({ length: times }, () => dist('dialogue/retention/schedule').claimDay(strapi.db.connection, new Date(day))))
  return won.filter(Boolean).length
}

/** Tokens that letters carry. */
exports.senderToken = (_strapi, id) => dist('dialogue/sender/sender-link').senderToken(id)
exports.myDataToken = (_strapi, email) => dist('dialogue/my-data/my-data-link').myDataToken(dist('dialogue/vault/email').emailHmac(email), new Date())

/** Puts a file into the folder of uploads, as Strapi's own way of storing does: {name, content}. */
exports.storeLocalFile = (strapi, { name, content }) => require('node:fs').writeFileSync(path.join(strapi.dirs.static.public, 'uploads', name), content)

/** Stages the uploads of a backup and gives up before they are kept: {file} → why. */
exports.restoreFailing = async (_strapi, { file }) => {
  const staged = dist('uploads/store/upload-store').openUploadStore().stage()
  try {
    await dist('backup/read-backup').readBackup(file, { rows: async () => {}, upload: staged.take })
    throw new Error('it fails on purpose')
  }
  catch (error) {
    await staged.drop()
    return error.message
  }
}

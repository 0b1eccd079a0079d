// What the tests of the publication run inside the booted CMS; see remote.cjs.
const path = require('node:path')

const publication = name => require(path.resolve(__dirname, '..', '..', 'dist', 'src', 'publication', name))

/** Checks the log's chain → {rows, ok, firstBroken?}. */
exports.verifyLog = strapi => publication('log/verify').verifyLog(strapi.db.connection)

/** Makes the read model anew → {documents, comments}. */
exports.rebuild = strapi => publication('rebuild/rebuild').rebuild(strapi)

/** Empties what the log keeps of an article: {documentId, language}. */
exports.redactArticle = (strapi, { documentId, language }) => publication('redact-article').redactArticle(strapi, documentId, language)

/** Adds rows to the log that tell of nothing: {count, tags}. */
exports.growLog = (strapi, { count, tags = 'list:topics' }) => strapi.db.transaction(async ({ trx }) => {
  await publication('lock').lockPublication(trx)
  const row = { subjectType: 'topic', documentId: 'zzzzzzzz', language: '', slug: null, action: 'unpublished', version: null, changeKind: null, changeNote: null, at: new Date().toISOString(), actor: 'system', firstPublishedAt: null, publicUpdatedAt: null, tags, snapshot: '{}' }
  for (let number = 0; number < count; number++)
    await publication('log/append').appendToLog(trx, row)
})

/** Withdraws an article: {documentId, language, notice, actor}. */
exports.withdraw = (strapi, withdrawal) => publication('withdraw').withdrawArticle(strapi, withdrawal)

/** A draft as it would be answered: {documentId, language} → article or null. */
exports.preview = (strapi, { documentId, language }) => publication('preview').previewArticle(strapi, documentId, language)

/** Makes an API token that may do everything → the key. */
exports.createFullAccessToken = async (strapi) => {
  const token = await strapi.service('admin::api-token').create({ name: `test-${Date.now()}`, description: '', type: 'full-access', lifespan: null })
  return token.accessKey
}

const taken = []

/** Takes every connection of Strapi's own, as what waits for a rebuild does. */
exports.takeConnections = async (strapi) => {
  const { pool } = strapi.db.connection.client
  while (taken.length < pool.max)
    taken.push(await pool.acquire().promise)
}

/** Gives back what {@link takeConnections} took. */
exports.giveConnectionsBack = async (strapi) => {
  taken.splice(0).forEach(connection => strapi.db.connection.client.pool.release(connection))
}

/** Calls a document-service method from a scheduled task, and waits for it: {uid, method, params} → its result. */
exports.documentsByCron = (strapi, { uid, method, params }) => new Promise((resolve, reject) => {
  const name = `test-${Date.now()}`
  strapi.cron.add({
    [name]: {
      task: async () => {
        strapi.cron.remove(name)
        await strapi.documents(uid)[method](params).then(resolve, reject)
      },
      // the next second, whenever that is looked at: a date that a busy machine has let pass is never run
      options: '* * * * * *',
    },
  })
})

/** Calls document-service methods all at once, each on its own: [{uid, method, params}] → what became of each. */
exports.documentsAtOnce = (strapi, calls) => Promise.all(calls.map(({ uid, method, params }) =>
  strapi.documents(uid)[method](params).then(() => 'done', error => error.message)))

/** Calls several document-service methods in one transaction that is then rolled back. */
exports.documentsRolledBack = async (strapi, calls) => {
  await strapi.db.transaction(async ({ rollback }) => {
    for (const { uid, method, params } of calls)
      await strapi.documents(uid)[method](params)
    await rollback()
  })
}

const counts = { heard: 0 }

/** Starts counting how often listeners are told of something new. */
exports.listen = () => {
  counts.heard = 0
  publication('notifier').onPublished(() => counts.heard += 1)
}

/** How often listeners were told since listen. */
exports.heard = () => counts.heard

/** Lets no other process be told of what is published here from now on. */
exports.silenceNotifications = () => {
  publication('notifier').notifyAtCommit = async () => {}
}

let fault = null

/** Makes every later call of one action on one type fail after Strapi's own work; null ends it: {uid, action} or null. */
exports.failInside = (strapi, where) => {
  if (fault === null) {
    strapi.documents.use(async (context, next) => {
      const result = await next()
      if (fault.uid === context.uid && fault.action === context.action)
        throw new Error('thrown by the test')
      return result
    })
  }
  fault = where ?? { uid: '', action: '' }
}

/** Puts a file into the media library without a file on disk: {name, width, height, mime} → its id. */
exports.createFile = async (strapi, { name, width, height, mime }) => {
  const ext = mime === 'application/pdf' ? '.pdf' : '.png'
  const file = await strapi.db.query('plugin::upload.file').create({
    data: { name: `${name}${ext}`, hash: name, ext, mime, width, height, size: 1, url: `/uploads/${name}${ext}`, provider: 'local', folderPath: '/', formats: null },
  })
  return file.id
}

/** Adds a language to Strapi: {code, name}. */
exports.createLocale = async (strapi, { code, name }) => {
  await strapi.plugin('i18n').service('locales').create({ code, name })
}

/** Takes a language away as the admin's settings do: {code}. */
exports.deleteLocale = async (strapi, { code }) => {
  const locales = strapi.plugin('i18n').service('locales')
  const { id } = await locales.findByCode(code)
  await locales.delete({ id })
}

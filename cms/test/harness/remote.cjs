// Functions that a test can run inside the booted CMS; argument and result travel as JSON.

Object.assign(
  exports,
  require('./public-rows.cjs'),
  require('./bulk-articles.cjs'),
  require('./bulk-comments.cjs'),
  require('./backup-remote.cjs'),
  require('./dialogue-remote.cjs'),
  require('./intake-remote.cjs'),
  require('./letters-remote.cjs'),
  require('./local-test-commands.cjs'),
  require('./publication-remote.cjs'),
  require('./query-plans.cjs'),
  require('./route-list.cjs'),
)

/** Calls a document-service method: {uid, method, params} → its result. */
exports.documents = (strapi, { uid, method, params }) => strapi.documents(uid)[method](params)

/** Runs one SQL statement through Strapi's connection: {sql, bindings} → rows. */
exports.sql = async (strapi, { sql, bindings = [] }) => {
  const result = await strapi.db.connection.raw(sql, bindings)
  return Array.isArray(result) ? result : result.rows ?? result
}

/** Loads example content, from another folder than its own where one is given: {folder} → how much of it. */
exports.loadExampleContent = (strapi, argument) => {
  const { loadExampleContent, loadExampleContentFrom } = require('../../dist/src/example-content/load')
  return argument?.folder ? loadExampleContentFrom(strapi, argument.folder) : loadExampleContent(strapi)
}

/** Makes the sizes of pictures that have none → {made, had, unreadable}. */
exports.makeMissingSizes = strapi => require('../../dist/src/uploads/size-command').makeMissingSizes(strapi)

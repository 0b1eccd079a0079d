// How the databases find what the public API answers from.

const reads = name => require(`../../dist/src/public-api/read/${name}`)

/** {paths}: asks the public API in the CMS's process → [{path, status, sql, plan: lines}] for every statement that it ran. */
exports.publicPlans = async (strapi, { paths }) => {
  const { handlePublicRequest } = require('../../dist/src/public-api/handle-public-request')
  const { readSettings } = require('../../dist/src/settings')
  const { cmsUrl, siteUrl, databaseUrl, dataDir } = readSettings()
  const database = databaseUrl ? reads('postgres').createPostgresReads(databaseUrl) : reads('sqlite').createSqliteReads(`${dataDir}/klartext.db`)
  const marks = reads('list-marks').createListMarks()
  const plans = []
  for (const address of paths) {
    const asked = []
    const noted = method => (sql, bindings) => {
      asked.push({ sql, bindings })
      return database[method](sql, bindings)
    }
    const [path, query = ''] = `/api/v1${address}`.split('?')
    const api = { database: { ...database, all: noted('all'), first: noted('first') }, marks, cmsUrl, siteUrl, onFault: (error) => { throw error } }
    const { status } = await handlePublicRequest(api, { method: 'GET', path, query, headers: {} })
    for (const { sql, bindings } of asked)
      plans.push({ path: address, status, sql, plan: await planOf(strapi.db.connection, sql, bindings) })
  }
  await database.close()
  return plans
}

/** On PostgreSQL, what is left when everything has been done to avoid reading or sorting whole tables. */
async function planOf(knex, sql, bindings) {
  if (knex.client.config.client !== 'pg')
    return (await knex.raw(`explain query plan ${sql}`, bindings)).map(row => row.detail)
  return knex.transaction(async (trx) => {
    for (const setting of ['enable_seqscan', 'enable_sort', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin'])
      await trx.raw(`set local ${setting} = off`)
    const { rows } = await trx.raw(`explain ${sql}`, bindings)
    return rows.map(row => row['QUERY PLAN'])
  })
}

/** {uid, method, params}: has the document service do it in the CMS's process → [{sql, plan: lines}] for every statement that it ran. */
exports.writePlans = async (strapi, { uid, method, params }) => {
  const knex = strapi.db.connection
  const asked = []
  const note = ({ sql, bindings }) => asked.push({ sql, bindings })
  knex.on('query', note)
  await strapi.documents(uid)[method](params).finally(() => knex.off('query', note))
  const plans = []
  for (const { sql, bindings } of asked.filter(({ sql }) => /^\s*(?:select|insert|update|delete|with)\b/i.test(sql)))
    plans.push({ sql, plan: await planOf(knex, sql.replace(/\$\d+/g, '?'), bindings) })
  return plans
}

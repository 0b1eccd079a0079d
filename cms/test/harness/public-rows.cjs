// Puts rows straight into the tables that the public API reads, where a test wants more of them, or odder ones, than publishing gives.

const isJson = value => typeof value === 'object' && value !== null && 'json' in value

/** {table, rows}: inserts; a value `{json: …}` becomes the bytes of that JSON. */
exports.insertRows = async (strapi, { table, rows }) => {
  const withBytes = rows.map(row => Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, isJson(value) ? Buffer.from(JSON.stringify(value.json)) : value]),
  ))
  for (let at = 0; at < withBytes.length; at += 50)
    await strapi.db.connection(table).insert(withBytes.slice(at, at + 50))
}

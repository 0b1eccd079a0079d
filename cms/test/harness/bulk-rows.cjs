// Writes many rows into a table as fast as an engine takes them: SQLite by one prepared statement, PostgreSQL by the thousand as JSON.

const isPostgres = knex => knex.client.config.client === 'pg'

/** How many rows one statement of PostgreSQL is given. */
const batchSize = 1000

/**
 * (trx, table, rows): inserts rows that all have the same columns, in a transaction.
 * Values are what {@link readRows} gives; bytes are Buffers on both engines.
 */
exports.insertFast = async (trx, table, rows) => {
  if (rows.length === 0)
    return
  const columns = Object.keys(rows[0])
  const names = columns.map(column => `"${column}"`).join(', ')
  if (!isPostgres(trx)) {
    const connection = await trx.client.acquireConnection()
    const statement = connection.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`)
    for (const row of rows)
      statement.run(columns.map(column => row[column]))
    return
  }
  for (let at = 0; at < rows.length; at += batchSize) {
    const json = JSON.stringify(rows.slice(at, at + batchSize).map(withHex))
    await trx.raw(`insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", ?::json)`, [json])
  }
}

/** (trx, table, where, bindings): the rows of a table in a form that {@link insertFast} takes. */
exports.readRows = async (trx, table, where, bindings, bytes = []) => {
  const from = isPostgres(trx) ? `select to_jsonb(t) as whole from "${table}" t where ${where}` : `select * from "${table}" where ${where}`
  const result = await trx.raw(from, bindings)
  if (!isPostgres(trx))
    return result
  // Strapi lets the driver give JSON as text
  return result.rows.map(({ whole }) => Object.fromEntries(Object.entries(typeof whole === 'string' ? JSON.parse(whole) : whole).map(([column, value]) =>
    [column, bytes.includes(column) && value !== null ? Buffer.from(value.slice(2), 'hex') : value])))
}

/** (trx, table): a function that gives one number after the other for a table's column, and sees to it that the table goes on after them. */
exports.numbersOf = async (trx, table, column = 'id') => {
  const [{ last }] = await trx(table).max(`${column} as last`)
  let number = Number(last ?? 0)
  return {
    next: () => ++number,
    done: async () => {
      if (isPostgres(trx) && number > 0)
        await trx.raw(`select setval(pg_get_serial_sequence('"${table}"', '${column}'), ${number})`)
    },
  }
}

function withHex(row) {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]))
}

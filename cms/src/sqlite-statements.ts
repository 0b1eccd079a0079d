/** How many statements a connection keeps; what Strapi and we ask for again and again are some hundreds. */
const kept = 500

interface Connection<Statement> {
  prepare: (sql: string) => Statement
}

/**
 * Lets a connection keep its prepared statements, the latest used of them: knex prepares each statement anew, which took two fifths of
 * the time of a rebuild. SQLite prepares again by itself what a change of the schema has made old.
 */
export function keepStatements<Statement>(connection: Connection<Statement>): void {
  const prepare = connection.prepare.bind(connection)
  const statements = new Map<string, Statement>()
  connection.prepare = (sql) => {
    const statement = statements.get(sql) ?? prepare(sql)
    statements.delete(sql)
    statements.set(sql, statement)
    const [oldest] = statements.keys()
    if (statements.size > kept && oldest !== undefined)
      statements.delete(oldest)
    return statement
  }
}

/** A machine that lost its power says no goodbye: half a minute without a sign of life, and its locks are free. */
export const keepAlives = 'set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3'

/**
 * A postgres:// address as the parts that Strapi and knex take: Strapi's type of a PostgreSQL connection knows no connection string.
 * @param address as `readSettings` let it through
 */
export function postgresConnection(address: string) {
  const url = new URL(address)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ssl: url.searchParams.get('sslmode') === 'require' && { rejectUnauthorized: true },
    schema: url.searchParams.get('schema') ?? 'public',
  }
}

/** @typedef {{ sentence: string, isForeseen: boolean }} StartSentence */

/** @type {Record<string, string>} */
const postgresCodes = {
  '28P01': 'does not accept the user or password in DATABASE_URL',
  '28000': 'does not let this user in; see its pg_hba.conf, and DATABASE_URL',
  '3D000': 'has no database of the name in DATABASE_URL; create it, or mend DATABASE_URL',
  '42501': 'does not let this user make tables; see DATABASE_URL',
}

const networkCodes = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']

/** @type {Record<string, string>} */
const sqliteCodes = {
  SQLITE_CANTOPEN: 'cannot be opened; give this user the right to write there',
  SQLITE_READONLY: 'cannot be written; give this user the right to write there',
  SQLITE_FULL: 'has no room left; free some on its disk',
  SQLITE_NOTADB: 'is no SQLite database; put a sound one there, or set DATA_DIR to another folder',
  SQLITE_CORRUPT: 'is damaged; put a sound copy there',
}

/** @type {Record<string, string>} */
const listenCodes = {
  EADDRINUSE: 'is in use; stop what uses it, or set CMS_PORT to another port',
  EACCES: 'may not be opened by this user; set CMS_PORT to one above 1023',
  EADDRNOTAVAIL: 'is at no address of this machine; mend HOST',
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = value => typeof value === 'object' && value !== null

/** @param {unknown} error */
const refusal = error => error instanceof Error && error.name === 'StartRefusal' ? error.message : undefined

/**
 * A setting that cannot be used: Strapi wraps what a file of cms/config throws.
 * @param {unknown} error
 * @param {Record<string, string | undefined>} environment
 */
function setting(error, { DATA_DIR }) {
  const said = error instanceof Error ? /^Could not load js config file [^:]+: (.+)$/s.exec(error.message)?.[1] : undefined
  return said && /^E[A-Z]+: /.test(said)
    ? `DATA_DIR ${DATA_DIR || '.data'} cannot be written (${said}); give this user the right to write there, or set DATA_DIR to another folder.`
    : said
}

/** @param {unknown} error */
const isPoolTimeout = error => error instanceof Error && (error.name === 'KnexTimeoutError' || error.message === 'timeout expired')

/**
 * Why the CMS does not start, in one sentence; `isForeseen` is false where nobody but a developer can make sense of the error.
 * @param {unknown} error
 * @param {Record<string, string | undefined>} environment
 * @returns {StartSentence}
 */
export function startSentence(error, environment) {
  const known = refusal(error) ?? setting(error, environment) ?? listening(error) ?? postgres(error, environment) ?? sqlite(error, environment) ?? notBuilt(error)
  return known
    ? { sentence: known, isForeseen: true }
    : { sentence: `The CMS could not start: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`, isForeseen: false }
}

/** @param {unknown} error */
function listening(error) {
  const code = codeOf(error)
  if (!code || !Object.hasOwn(listenCodes, code) || !isRecord(error) || error.syscall !== 'listen')
    return undefined
  return `Port ${error.port} ${listenCodes[code]}.`
}

/**
 * @param {unknown} error
 * @param {Record<string, string | undefined>} environment
 */
function postgres(error, { DATABASE_URL }) {
  const code = codeOf(error)
  if (!DATABASE_URL || !URL.canParse(DATABASE_URL))
    return undefined
  // without user and password: the line may end up in a log
  const server = new URL(DATABASE_URL).host
  if (code && Object.hasOwn(postgresCodes, code))
    return `PostgreSQL at ${server} ${postgresCodes[code]}.`
  if ((code && networkCodes.includes(code)) || isPoolTimeout(error))
    return `PostgreSQL does not answer at ${server} (${code ?? 'timeout'}); start it, or mend DATABASE_URL.`
  return undefined
}

/**
 * @param {unknown} error
 * @param {Record<string, string | undefined>} environment
 */
function sqlite(error, { DATA_DIR }) {
  const code = codeOf(error)
  return code && Object.hasOwn(sqliteCodes, code) ? `The database in DATA_DIR ${DATA_DIR || '.data'} ${sqliteCodes[code]}.` : undefined
}

/** @param {unknown} error */
function notBuilt(error) {
  return codeOf(error) === 'MODULE_NOT_FOUND' && error instanceof Error && /[/\\]cms[/\\]dist[/\\]/.test(error.message)
    ? 'The CMS is not built; run npm start, or npm run build.'
    : undefined
}

/**
 * Node wraps the failures of several addresses of one host; the code is that of the whole.
 * @param {unknown} error
 * @returns {string | undefined}
 */
function codeOf(error) {
  if (!isRecord(error))
    return undefined
  if (typeof error.code === 'string')
    return error.code
  return error.cause === undefined ? undefined : codeOf(error.cause)
}

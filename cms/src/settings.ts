import path from 'node:path'

/** In the order in which they are counted: who is held back uses up nothing of the others. */
export const limitScopes = ['sender', 'article', 'site'] as const

/** Whose comments a limit counts: those of one sender, those to one article, all of them. */
export type LimitScope = (typeof limitScopes)[number]

export interface CommentLimit {
  count: number
  seconds: number
}

/** An S3-compatible bucket and who may write there. */
export interface S3Settings {
  /** The bucket's address, in either style: `https://s3.example/bucket` or `https://bucket.s3.example`. */
  url: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** What the environment decides; read in one place so that compose, `.env.example` and code cannot drift apart. */
export interface Settings {
  /** Absolute folder of the SQLite file, uploads and the local credential. */
  dataDir: string
  /** A postgres:// address, or null for SQLite in `dataDir`. */
  databaseUrl: string | null
  /** Where uploads are stored; null for the folder in `dataDir`. */
  s3: S3Settings | null
  host: string
  port: number
  /** Public base address of the CMS, without a trailing slash. */
  cmsUrl: string
  /** Public base address of the site, without a trailing slash. */
  siteUrl: string
  /** How many trusted proxies stand before the CMS, for requests that do not come through the site. */
  proxyHops: number
  /** How many comments, and how many reports, are taken in how much time. */
  commentLimits: Record<LimitScope, CommentLimit>
  /** Where letters go out, or null when none are sent. */
  smtpUrl: string | null
  /** Who letters are from. */
  mailFrom: string
  /** How many months the address with a comment is kept after the last thing about it that its sender is told. */
  addressMonths: number
  /** How many months comments are kept that were declined or marked as spam. */
  refusedMonths: number
  /** In how many days readers' questions are to be answered; older ones are told to be late. */
  answerWithinDays: number
  /** What lets others than neighbours see the metrics, or null. */
  metricsToken: string | null
  /** The first administrator, made when there is none yet. */
  firstAdmin: { email: string, password: string } | null
}

const repositoryRoot = (): string => {
  // compiled files lie in cms/dist/src, sources in cms/src
  const up = __dirname.includes(`${path.sep}dist${path.sep}`) ? ['..', '..', '..'] : ['..', '..']
  return path.resolve(__dirname, ...up)
}

const isPostgresAddress = (address: string): boolean =>
  /^postgres(?:ql)?:\/\//.test(address) && URL.canParse(address) && !/%(?![0-9a-f]{2})/i.test(address)

const isMailAddress = (address: string): boolean =>
  /^smtps?:\/\//.test(address) && URL.canParse(address) && new URL(address).hostname !== '' && !/%(?![0-9a-f]{2})/i.test(address)

function readMonths(name: string, value: string | null): number {
  const months = Number(value ?? 12)
  if (!Number.isInteger(months) || months < 1 || months > 120)
    throw new Error(`${name} must be a number of months from 1 to 120, not "${value}".`)
  return months
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '')

function readLimit(name: string, text: string): CommentLimit {
  const [, count, seconds] = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? []
  if (count === undefined || seconds === undefined)
    throw new Error(`${name} must be a number of comments and one of seconds such as 5/600, not "${text}".`)
  return { count: Number(count), seconds: Number(seconds) }
}

function readS3(get: (name: string) => string | null): S3Settings | null {
  const url = get('S3_URL')
  if (url === null)
    return null
  const address = URL.canParse(url) ? new URL(url) : null
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '' || address.search !== '' || address.pathname.split('/').filter(Boolean).length > 1)
    throw new Error(`S3_URL must be the address of a bucket such as https://s3.example.com/klartext, not "${url}" (leave it empty to keep uploads in DATA_DIR).`)
  const accessKeyId = get('S3_ACCESS_KEY_ID')
  const secretAccessKey = get('S3_SECRET_ACCESS_KEY')
  if (accessKeyId === null || secretAccessKey === null)
    throw new Error('S3_URL is set, so S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set too.')
  return { url: withoutSlash(url), region: get('S3_REGION') ?? 'us-east-1', accessKeyId, secretAccessKey }
}

/**
 * Reads a secret that `npm start` makes and keeps in `DATA_DIR/secrets.json`.
 * @throws Error with one sentence that names the variable when it is unset.
 */
export function readSecret(name: string, environment: Record<string, string | undefined> = process.env): string {
  const value = environment[name]
  if (!value)
    throw new Error(`${name} is not set; npm start makes it, other ways of starting must hand it over.`)
  return value
}

/**
 * Reads the settings from environment variables; an empty string counts as unset.
 * @throws Error with one sentence that names the variable when a value cannot be used.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const get = (name: string): string | null => environment[name] || null
  const port = Number(get('CMS_PORT') ?? 1337)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`CMS_PORT must be a port number from 1 to 65535, not "${get('CMS_PORT')}".`)
  const proxyHops = Number(get('PROXY_HOPS') ?? 0)
  if (!Number.isInteger(proxyHops) || proxyHops < 0 || proxyHops > 9)
    throw new Error(`PROXY_HOPS must be a number of proxies from 0 to 9, not "${get('PROXY_HOPS')}".`)
  const answerWithinDays = Number(get('ANSWER_WITHIN_DAYS') ?? 2)
  if (!Number.isInteger(answerWithinDays) || answerWithinDays < 1 || answerWithinDays > 365)
    throw new Error(`ANSWER_WITHIN_DAYS must be a number of days from 1 to 365, not "${get('ANSWER_WITHIN_DAYS')}".`)
  const smtpUrl = get('SMTP_URL')
  if (smtpUrl && !isMailAddress(smtpUrl))
    throw new Error('SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465, with characters such as @ and / in the password percent-encoded (leave it empty to send no letters).')
  const databaseUrl = get('DATABASE_URL')
  // the value is not repeated: it holds a password
  if (databaseUrl && !isPostgresAddress(databaseUrl))
    throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database, with characters such as @ and / in the password percent-encoded (leave it empty to use SQLite).')
  const email = get('ADMIN_EMAIL')
  const password = get('ADMIN_PASSWORD')
  return {
    dataDir: path.resolve(repositoryRoot(), get('DATA_DIR') ?? '.data'),
    databaseUrl,
    s3: readS3(get),
    host: get('HOST') ?? '127.0.0.1',
    port,
    cmsUrl: withoutSlash(get('CMS_URL') ?? `http://localhost:${port}`),
    siteUrl: withoutSlash(get('SITE_URL') ?? `http://localhost:${get('WEB_PORT') ?? 3000}`),
    proxyHops,
    commentLimits: {
      sender: readLimit('COMMENT_LIMIT_SENDER', get('COMMENT_LIMIT_SENDER') ?? '5/600'),
      article: readLimit('COMMENT_LIMIT_ARTICLE', get('COMMENT_LIMIT_ARTICLE') ?? '60/600'),
      site: readLimit('COMMENT_LIMIT_SITE', get('COMMENT_LIMIT_SITE') ?? '300/600'),
    },
    smtpUrl,
    mailFrom: get('MAIL_FROM') ?? 'Klartext <klartext@klartext.example>',
    addressMonths: readMonths('COMMENT_ADDRESS_MONTHS', get('COMMENT_ADDRESS_MONTHS')),
    refusedMonths: readMonths('COMMENT_REFUSED_MONTHS', get('COMMENT_REFUSED_MONTHS')),
    answerWithinDays,
    metricsToken: get('METRICS_TOKEN'),
    firstAdmin: email && password ? { email, password } : null,
  }
}

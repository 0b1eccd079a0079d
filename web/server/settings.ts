import process from 'node:process'
import * as v from 'valibot'

const base = v.pipe(
  v.string(),
  v.url('must be a whole address, such as https://klartext.example'),
  v.regex(/^https?:/i, 'must start with http:// or https://'),
  v.transform(url => url.replace(/\/+$/, '')),
)

const environmentSchema = v.pipe(
  v.object({
    SITE_URL: v.optional(base),
    WEB_PORT: v.optional(v.string(), '3000'),
    CMS_URL: v.optional(base),
    CMS_PORT: v.optional(v.string(), '1337'),
    CMS_INTERNAL_URL: v.optional(base),
    SITE_KEY: v.optional(v.string()),
    PROXY_HOPS: v.optional(v.pipe(v.string(), v.regex(/^\d$/, 'must be a number of proxies from 0 to 9'), v.transform(Number)), '0'),
  }),
  v.transform((env) => {
    const cmsUrl = env.CMS_URL ?? `http://localhost:${env.CMS_PORT}`
    return {
      /** Where readers reach this site; without a slash at the end. */
      siteUrl: env.SITE_URL ?? `http://localhost:${env.WEB_PORT}`,
      /** Where people and other sites reach the CMS. */
      cmsUrl,
      /** Where this server reaches the CMS: another name for it inside a private network. */
      cmsInternalUrl: env.CMS_INTERNAL_URL ?? cmsUrl,
      /** Shown to the CMS, which then believes what this server says about a reader's address; null: it does not. */
      siteKey: env.SITE_KEY ?? null,
      /** How many trusted proxies stand before this server. */
      proxyHops: env.PROXY_HOPS,
    }
  }),
)

export type Settings = v.InferOutput<typeof environmentSchema>

/**
 * Reads the settings from an environment; an empty variable counts as unset.
 * @throws Error that names every variable that does not fit
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const result = v.safeParse(environmentSchema, set)
  if (result.success)
    return result.output
  throw new Error(result.issues.map(issue => `${v.getDotPath(issue)} ${issue.message}`).join('; '))
}

let parsed: Settings | undefined

/** The settings of this process, read once. */
export function settings(): Settings {
  parsed ??= parseSettings(process.env)
  return parsed
}

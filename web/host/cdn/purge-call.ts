/** A content delivery network that is told what is old. */
export interface CdnSettings {
  kind: 'fastly' | 'cloudflare' | 'http'
  url: string
  token: string | null
}

/** What one call makes old: some tags, or everything. */
export type Purge = readonly string[] | 'everything'

/** How many tags a call may name: what the networks take at most. */
const mostTags = { fastly: 256, cloudflare: 30, http: 100 } as const

const timeoutMs = 10_000

/** Tags as calls that the network takes. */
export function callsFor({ kind }: CdnSettings, tags: readonly string[]): string[][] {
  const most = mostTags[kind]
  return Array.from({ length: Math.ceil(tags.length / most) }, (_, index) => tags.slice(index * most, (index + 1) * most))
}

/** A call that the network did not take. */
export class PurgeFailed extends Error {
  override name = 'PurgeFailed'

  /** `retryAfter`: seconds that the network asks to be left alone. */
  constructor(message: string, readonly retryAfter: number | null = null, options?: ErrorOptions) {
    super(message, options)
  }
}

/**
 * Tells the network that what carries one of the tags, or everything, is old.
 *
 * - `fastly`: `url` is `https://api.fastly.com/service/<id>/purge`; tags travel as `Surrogate-Key`, and `purge_all` stands for everything.
 * - `cloudflare`: `url` is `https://api.cloudflare.com/client/v4/zones/<id>/purge_cache`.
 * - `http`: any address, which is sent `{"tags": […]}` or `{"everything": true}`, and the tags as `Surrogate-Key` too.
 * @throws PurgeFailed where it is not done
 */
export async function sendPurge(cdn: CdnSettings, purge: Purge): Promise<void> {
  const { url, headers, body } = requestOf(cdn, purge)
  let answer: Response
  try {
    answer = await fetch(url, { method: 'POST', headers, body: body === null ? null : JSON.stringify(body), redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  }
  catch (error) {
    throw new PurgeFailed(`${new URL(url).host} does not answer`, null, { cause: error })
  }
  const text = await answer.text().catch(() => '')
  if (!answer.ok || (cdn.kind === 'cloudflare' && !saysSuccess(text)))
    throw new PurgeFailed(`${new URL(url).host} answered ${answer.status}`, secondsOf(answer.headers.get('retry-after')))
}

function requestOf({ kind, url, token }: CdnSettings, purge: Purge): { url: string, headers: Record<string, string>, body: object | null } {
  const everything = purge === 'everything'
  if (kind === 'fastly') {
    return {
      url: everything ? url.replace(/\/purge$/, '/purge_all') : url,
      headers: { ...token !== null && { 'Fastly-Key': token }, ...!everything && { 'Surrogate-Key': purge.join(' ') } },
      body: null,
    }
  }
  const headers = { 'Content-Type': 'application/json', ...token !== null && { Authorization: `Bearer ${token}` } }
  if (kind === 'cloudflare')
    return { url, headers, body: everything ? { purge_everything: true } : { tags: purge } }
  return { url, headers: { ...headers, ...!everything && { 'Surrogate-Key': purge.join(' ') } }, body: everything ? { everything: true } : { tags: purge } }
}

function saysSuccess(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'success' in answer && answer.success === true
  }
  catch {
    // no JSON is no success
    return false
  }
}

function secondsOf(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null
}

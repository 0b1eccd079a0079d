import type { BootedCms } from './boot'
import { testSecrets } from './secrets'

let senders = 0

/** What a test sends in as a reader, and asks as the site does. */
export function createDialogueClient(cms: Pick<BootedCms, 'url'>) {
  const post = async (path: string, body: unknown, headers: Record<string, string>): Promise<{ status: number, body: unknown }> => {
    const answer = await fetch(`${cms.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
    return { status: answer.status, body: await answer.json() }
  }
  const asNewReader = () => {
    senders += 1
    return { 'klartext-site-key': testSecrets.SITE_KEY, 'klartext-reader': `10.${senders >> 16}.${(senders >> 8) & 255}.${senders & 255}`, 'idempotency-key': `key-${senders}` }
  }
  return {
    post,
    /** On a private route, with the site's key. */
    ask: (route: string, body: unknown) => post(`/_dialogue/${route}`, body, { 'klartext-site-key': testSecrets.SITE_KEY }),
    /** A comment from a reader who has sent nothing before → its id. */
    async comment(slug: string, input: { name: string, text: string, email?: string, isQuestion?: boolean, parent?: string, language?: string }): Promise<string> {
      const answer = await post(`/api/v1/articles/${slug}/comments`, input, asNewReader())
      if (answer.status !== 202)
        throw new Error(`The comment was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      return String((answer.body as { id: string }).id)
    },
    /** A report from a reader who has sent nothing before → its receipt. */
    async report(commentId: string, input: { rule: string, text: string, email?: string }): Promise<string> {
      const answer = await post(`/api/v1/comments/${commentId}/reports`, { inGoodFaith: true, ...input }, asNewReader())
      if (answer.status !== 202)
        throw new Error(`The report was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      return String((answer.body as { receipt: string }).receipt)
    },
  }
}

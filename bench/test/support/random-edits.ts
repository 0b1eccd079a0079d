import type { Admin } from '../../src/stack/admin.mjs'
import type { Stack } from '../../src/stack/stack.mjs'
import { randomUUID } from 'node:crypto'
import { signIn, valueAt } from '../../src/stack/admin.mjs'

export interface Article { id: string, slug: string, commentsOpen: boolean }

/** More would make the pages longer and longer, and with them what the caches hold. */
const mostComments = 60

/**
 * Does what a lively editorial office and its readers do, one thing at a time, by chance: corrects an article, takes one down
 * and publishes it again, comments, and moderates.
 */
export function randomEdits(stack: Stack, { articles, changing, chance }: {
  articles: Article[]
  /** Articles that are unpublished and published again. */
  changing: Article[]
  chance: () => number
}) {
  const counts = { corrected: 0, unpublished: 0, published: 0, commented: 0, moderated: 0 }
  const down = new Set<string>()
  const comments: string[] = []
  let admin: Admin | undefined
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(chance() * items.length)]
    if (item === undefined)
      throw new Error('There is nothing to choose from.')
    return item
  }

  async function request(method: string, path: string, body?: unknown): Promise<unknown> {
    admin ??= await signIn(stack)
    try {
      return await admin.request(method, path, body)
    }
    catch (error) {
      // A session lasts half an hour.
      if (!(error instanceof Error && error.message.includes('answered 401')))
        throw error
      admin = await signIn(stack)
      return admin.request(method, path, body)
    }
  }

  const act = (id: string, action: string, body: object) =>
    request('POST', `/content-manager/collection-types/api::article.article/${id}/actions/${action}`, body)

  const correct = async () => {
    const number = ++counts.corrected
    await act(pick(articles).id, 'publish', { standfirst: `Rättelse nummer ${number}: så här ska det vara.`, changeKind: 'correction', changeNote: `Rättelse nummer ${number}.` })
  }

  const takeDownOrPutBack = async () => {
    const { id } = pick(changing)
    if (down.delete(id)) {
      counts.published++
      await act(id, 'publish', { changeKind: 'new-information', changeNote: `Tillbaka för ${counts.published}:e gången.` })
    }
    else {
      counts.unpublished++
      down.add(id)
      await act(id, 'unpublish', {})
    }
  }

  const comment = async () => {
    if (comments.length >= mostComments)
      return moderate()
    counts.commented++
    const answer = await fetch(`${stack.cmsUrl}/api/v1/articles/${pick(articles.filter(({ commentsOpen }) => commentsOpen)).slug}/comments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'klartext-site-key': stack.siteKey,
        'klartext-reader': `198.51.100.${Math.floor(chance() * 256)}`,
      },
      body: JSON.stringify({ name: pick(['Asta', 'Börje', 'Cilla', 'Dag']), text: `Tack för svaret om ${pick(['snön', 'bussen', 'badet', 'vägen'])}, det var väntat sedan i ${pick(['höstas', 'våras'])}. Hälsningar från hus ${counts.commented}.` }),
    })
    const receipt: unknown = await answer.json()
    const id = valueAt(receipt, 'id')
    if (typeof id !== 'string')
      throw new Error(`A comment was answered ${answer.status}: ${JSON.stringify(receipt)}`)
    comments.push(id)
  }

  const moderate = async () => {
    if (comments.length === 0)
      return correct()
    const id = pick(comments)
    const base = `/klartext/moderation/comments/${id}`
    const item = valueAt(await request('GET', base), 'item')
    const status = valueAt(item, 'status')
    const action = status === 'approved' ? 'hide' : status === 'hidden' ? 'undo' : 'approve'
    counts.moderated++
    await request('POST', `${base}/decide`, { action, expected: valueAt(item, 'revision'), ...action === 'hide' && { rule: 'off-topic' } })
  }

  return {
    counts,
    /** One edit. */
    next: async () => pick([correct, correct, takeDownOrPutBack, comment, comment, moderate, moderate])(),
    /** Publishes what is down, so that every page is there again. */
    async end() {
      for (const id of down)
        await act(id, 'publish', { changeKind: 'new-information', changeNote: 'Tillbaka.' })
      down.clear()
    },
  }
}

import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import { list, read } from '../../harness/admin-session'
import { body } from '../publication/newsroom'

export interface LedgerEntry {
  seq: number
  at: string
  month: string
  comment_id: string
  article_id: string
  organisation_id: string
  event: string
  rule: string | null
  minutes: number | null
  undoes: number | null
  actor: string
}

const base = '/klartext/moderation'

/** What tests do as moderators and readers, and what they look up of the dialogue. */
export function createDesk(cms: FreshCms, room: Newsroom) {
  let number = 0
  const revisionOf = async (id: string): Promise<number> => {
    const [row] = await room.sql<{ revision: number }>('select revision from moderation_item where comment_id = ?', [id])
    return row?.revision ?? 0
  }
  return {
    revisionOf,
    article: async (data: object = {}): Promise<string> => room.create('article', { title: `Artikel ${++number}`, slug: `artikel-${number}`, kind: 'essay', body: body(), ...data }),
    /** A reader's comment, as it comes in. */
    comment: async (articleId: string, data: object = {}): Promise<string> =>
      room.draft('comment', { articleId, bodyText: `Kommentar ${++number}.`, authorName: 'Birgitta', ...data }),
    /** Leaves an address with a comment. */
    address: async (commentId: string, email: string) => cms.run('leaveAddress', { commentId, email }),
    decide: async (session: AdminSession, id: string, action: string, rest: object = {}) =>
      session.request('POST', `${base}/comments/${id}/decide`, { expected: await revisionOf(id), action, ...rest }),
    answer: async (session: AdminSession, id: string, personId: string, text: string) =>
      session.request('POST', `${base}/comments/${id}/answer`, { expected: await revisionOf(id), personId, text }),
    detail: async (session: AdminSession, id: string) => (await session.request('GET', `${base}/comments/${id}`)).body,
    queue: async (session: AdminSession, queue: string, query = ''): Promise<unknown[]> => list(read((await session.request('GET', `${base}/queues/${queue}${query}`)).body, 'items')),
    totals: async (session: AdminSession) => (await session.request('GET', `${base}/queues`)).body,
    async ledger(id?: string): Promise<LedgerEntry[]> {
      const rows = await room.sql<LedgerEntry>(`select * from moderation_ledger ${id ? 'where comment_id = ?' : ''} order by seq`, id ? [id] : [])
      return rows.map(row => ({ ...row, seq: Number(row.seq), undoes: row.undoes === null ? null : Number(row.undoes) }))
    },
    events: async (id: string): Promise<string[]> => (await room.sql<LedgerEntry>('select event from moderation_ledger where comment_id = ? order by seq', [id])).map(row => row.event),
    letters: async (id: string) => (await room.sql<{ kind: string, data: string }>('select kind, data from letter order by id'))
      .map(letter => ({ kind: letter.kind, data: JSON.parse(letter.data) as Record<string, unknown> }))
      .filter(letter => letter.data.commentId === id),
  }
}

export type Desk = ReturnType<typeof createDesk>

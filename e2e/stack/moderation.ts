import type { AdminApi } from './admin-api'
import { at } from './admin-api'

/** Approves every comment that waits, or was taken for spam → how many. */
export async function approveAll(admin: AdminApi): Promise<number> {
  let approved = 0
  for (const queue of ['waiting', 'spam']) {
    for (;;) {
      const items = at(await admin.request('GET', `/klartext/moderation/queues/${queue}?limit=100`), 'items')
      if (!Array.isArray(items) || items.length === 0)
        break
      const answer = await admin.request('POST', '/klartext/moderation/bulk', { items: items.map(item => ({ id: at(item, 'id'), expected: at(item, 'revision') })), action: 'approve' })
      const done = at(answer, 'done')
      if (!Array.isArray(done) || done.length === 0)
        throw new Error(`No comment of the queue ${queue} could be approved: ${JSON.stringify(answer)}`)
      approved += done.length
    }
  }
  return approved
}

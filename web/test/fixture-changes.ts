import type { Change } from '@klartext/contract'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'

/** The stream of changes of a fixture CMS. */
export interface FixtureStream {
  answer: (request: IncomingMessage, response: ServerResponse) => void
  change: (...tags: string[]) => void
  cut: () => void
  forget: () => void
  followed: () => Promise<void>
}

export function createFixtureStream(): FixtureStream {
  let log: Change[] = []
  let name = randomUUID()
  const open = new Set<ServerResponse>()
  let waiting: (() => void)[] = []
  const cursorOf = (seq: number) => `${seq}.${name}`
  const write = (response: ServerResponse, change: Change) => response.write(`event: change\nid: ${cursorOf(change.seq)}\ndata: ${JSON.stringify(change)}\n\n`)
  const cut = () => {
    for (const response of open)
      response.destroy()
    open.clear()
  }

  return {
    answer(request, response) {
      const url = new URL(request.url ?? '', 'http://fixture')
      const asked = String(request.headers['last-event-id'] ?? url.searchParams.get('after') ?? '')
      const head = log.length
      if (!request.headers.accept?.includes('text/event-stream')) {
        const after = Number.parseInt(asked || '0')
        const feed = { items: log.slice(after), after: Math.max(head, after), limit: 100, more: false, links: { self: null } }
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(feed))
      }
      const [seq = '', of] = asked.split('.')
      const continued = of === name && Number(seq) <= head
      const from = continued ? Number(seq) : head
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(`event: position\nid: ${cursorOf(from)}\ndata: ${JSON.stringify({ continued })}\n\n`)
      log.slice(from).forEach(change => write(response, change))
      open.add(response)
      response.once('close', () => open.delete(response))
      waiting.forEach(resolve => resolve())
      waiting = []
    },
    change(...tags) {
      const seq = log.length + 1
      const change: Change = { seq, at: new Date().toISOString(), action: 'published', type: 'article', id: 'fixture0', language: 'sv', slug: null, version: 1, tags, links: {} }
      log.push(change)
      open.forEach(response => write(response, change))
    },
    cut,
    forget() {
      log = []
      name = randomUUID()
      cut()
    },
    followed: async () => open.size > 0 ? undefined : new Promise(resolve => waiting.push(resolve)),
  }
}

import type { Client, Connected, FollowedChange } from '@klartext/client'
import { once } from 'node:events'
import http from 'node:http'

export interface Follower {
  changes: FollowedChange[]
  connected: Connected[]
  lost: Error[]
  /** Waits for something about it to be true; looked at after whatever it hears. */
  until: (isSo: (follower: Follower) => boolean) => Promise<void>
  /** Ends it, and throws what made it end before. */
  stop: () => Promise<void>
}

/** Follows the changes through the client, beside the test. */
export function startFollower(client: Client, after?: string | number): Follower {
  const ending = new AbortController()
  const waiting = new Set<() => void>()
  const heard = (): void => waiting.forEach(look => look())
  const follower: Follower = {
    changes: [],
    connected: [],
    lost: [],
    until: isSo => new Promise((resolve) => {
      const look = (): void => {
        if (isSo(follower)) {
          waiting.delete(look)
          resolve()
        }
      }
      waiting.add(look)
      look()
    }),
    stop: async () => {
      ending.abort()
      await following
    },
  }
  const following = (async () => {
    const changes = client.changes.follow({
      after,
      signal: ending.signal,
      onConnected: (connected) => {
        follower.connected.push(connected)
        heard()
      },
      onDisconnected: (error) => {
        follower.lost.push(error)
        heard()
      },
    })
    for await (const change of changes) {
      follower.changes.push(change)
      heard()
    }
  })()
  return follower
}

/** Opens the stream without the client, and leaves its bytes unread. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<{ response: http.IncomingMessage, close: () => void }> {
  const request = http.get(url, { agent: false, headers: { accept: 'text/event-stream', ...headers } })
  const [response] = await once(request, 'response') as [http.IncomingMessage]
  return { response, close: () => request.destroy() }
}

/** Reads a stream's text up to the end of its first event that is not only a hint. */
export async function firstEvent(response: http.IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of response) {
    text += String(chunk)
    const event = /(?:^|\n\n)(id: [\s\S]*?)\n\n/.exec(text)?.[1]
    if (event !== undefined)
      return event
  }
  throw new Error(`The stream ended after ${JSON.stringify(text)}`)
}

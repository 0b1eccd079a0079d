import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { afterEach } from 'vitest'

export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

export type Reply = (response: ServerResponse, request: Received) => void

const running: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(stop => stop()))
})

/**
 * A real server on a free port of this machine; it gives its replies in turn, the last one for ever.
 * @returns its address, and what it has received so far
 */
export async function startServer(...replies: Reply[]): Promise<{ baseUrl: string, received: Received[], stop: () => Promise<void> }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request)
      body += chunk
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
    const reply = replies[Math.min(received.length, replies.length - 1)]
    received.push(one)
    reply?.(response, one)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const stop = () => new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
  running.push(stop)
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}`, received, stop }
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return response => response
    .writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers })
    .end(JSON.stringify(value))
}

/** Answers with a text. */
export function text(value: string, status = 200, headers: Record<string, string> = {}): Reply {
  return response => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(value)
}

/** Cuts the connection without an answer. */
export const hangUp: Reply = response => response.socket?.destroy()

/** Takes the request and says nothing. */
export const silence: Reply = () => {}

/** Begins an answer and never ends it. */
export const halfAnAnswer: Reply = response => response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":')

const require = createRequire(import.meta.url)

/** A curated example of the contract. */
export function example(file: string): unknown {
  return require(`@klartext/contract/examples/${file}.json`)
}

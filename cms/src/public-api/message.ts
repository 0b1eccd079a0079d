import type { Writable } from 'node:stream'

/** What the public API is asked; nothing of Koa or node:http in it. */
export interface PublicRequest {
  method: string
  /** The path of the request target as it was sent, still percent-encoded, without the query. */
  path: string
  /** The query as it was sent, without its question mark. */
  query: string
  /** By lower-case name. */
  headers: { readonly [name: string]: string | string[] | undefined }
}

/** A request with what only writing needs. */
export interface IncomingRequest extends PublicRequest {
  body: AsyncIterable<Uint8Array>
  /** Who holds the other end of the connection: a reader, the site or a proxy. */
  socketAddress: string | undefined
}

/** A body that is written for as long as the connection lives. */
export type StreamBody = (output: Writable) => void

/** What it answers; `body` is null where HTTP has none: HEAD, 204 and 304. */
export interface PublicAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer | StreamBody | null
}

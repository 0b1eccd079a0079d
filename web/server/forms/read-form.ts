import type { H3Event } from 'h3'
import type { IncomingMessage } from 'node:http'
import { Buffer } from 'node:buffer'
import { getRequestHeader } from 'h3'

/** The longest comment in the widest letters, percent-encoded, with room for the other fields. */
const keptBytes = 128 * 1024
/** What is read and thrown away after that, so that the browser gets to read the answer. */
const drainedBytes = 4 * 1024 * 1024

export interface SentForm {
  /** A field as it was sent, line breaks as one character; empty where it is missing. */
  text: (name: string) => string
  /** Whether a box was ticked. */
  isTicked: (name: string) => boolean
  /** More was sent than is read: what came first is here. */
  isCut: boolean
  /** Sent in another format than a form's. */
  isUnreadable: boolean
}

/** Reads what a form of this site sent (`application/x-www-form-urlencoded`, UTF-8); never throws for what was sent. */
export async function readForm(event: H3Event): Promise<SentForm> {
  const type = getRequestHeader(event, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const { body, isCut } = await readStart(event.node.req)
  return parseForm(type === 'application/x-www-form-urlencoded' ? body : null, isCut)
}

/**
 * Parses a form's body.
 * @param body null for one in another format
 * @param isCut whether the body goes on after this; a letter that was cut apart is left out
 */
export function parseForm(body: string | null, isCut: boolean): SentForm {
  const fields = new URLSearchParams(isCut ? wholeLetters(body ?? '') : body ?? '')
  const text = (name: string) => (fields.get(name) ?? '').replaceAll(/\r\n?/g, '\n')
  return { text, isTicked: name => text(name) !== '', isCut, isUnreadable: body === null }
}

/** Without a letter at the end whose percent-encoding is not whole. */
function wholeLetters(body: string): string {
  const start = body.replace(/%[\da-f]?$/i, '')
  const tail = /(?:%[\da-f]{2})+$/i.exec(start)?.[0] ?? ''
  const bytes = Buffer.from(tail.replaceAll('%', ''), 'hex')
  return start.slice(0, start.length - tail.length) + tail.slice(0, 3 * wholeLength(bytes))
}

/** How many of these bytes end with a whole letter of UTF-8 (RFC 3629, 3). */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80)
      return bytes.length
    if (byte >= 0xC0)
      return back < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

async function readStart(request: IncomingMessage): Promise<{ body: string, isCut: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    if (length < keptBytes)
      chunks.push(bytes.subarray(0, keptBytes - length))
    length += bytes.length
    if (length > drainedBytes)
      break
  }
  return { body: Buffer.concat(chunks).toString('utf8'), isCut: length > keptBytes }
}

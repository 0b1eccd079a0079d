import type { Bodies, Encoding } from '../encodings.js'
import type { StoredResponse } from '../stored-response.js'
import { createHash } from 'node:crypto'
import { ENCODINGS } from '../encodings.js'
import { assemble } from '../stored-response.js'

const MAGIC = 'tag-cache 2 '
const NEWLINE = 10

interface Head {
  key: string
  status: number
  headers: Record<string, string>
  tags: string[]
  isDense: boolean
  lengths: { identity: number, br?: number, gzip?: number }
}

const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

/** The bytes of a response's file: a line with the digest of the rest, a line of JSON, the bodies. */
export function writeResponse(key: string, response: StoredResponse): Buffer {
  const present = ENCODINGS.flatMap((encoding) => {
    const variant = response[encoding]
    return variant ? [{ encoding, body: variant.body }] : []
  })
  const head = {
    key,
    status: response.status,
    headers: response.identity.headers,
    tags: response.tags,
    isDense: response.isDense,
    lengths: Object.fromEntries(present.map(({ encoding, body }) => [encoding, body.length])),
  }
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...present.map(({ body }) => body)])
  return Buffer.concat([Buffer.from(`${MAGIC}${digestOf(content)}\n`), content])
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function isHead(value: unknown): value is Head {
  return isObject(value)
    && typeof value.key === 'string'
    && Number.isInteger(value.status)
    && isObject(value.headers) && Object.values(value.headers).every(each => typeof each === 'string')
    && Array.isArray(value.tags) && value.tags.every(each => typeof each === 'string')
    && typeof value.isDense === 'boolean'
    && isObject(value.lengths) && isLength(value.lengths.identity) && Object.values(value.lengths).every(isLength)
}

function splitLine(bytes: Buffer): [line: string, rest: Buffer] {
  const end = bytes.indexOf(NEWLINE)
  if (end < 0)
    throw new SyntaxError('it ends within its first lines')
  return [bytes.toString('utf8', 0, end), bytes.subarray(end + 1)]
}

/**
 * Reads what `writeResponse` wrote.
 *
 * @throws {SyntaxError} says what is wrong with a damaged file
 */
export function readResponse(file: Buffer): { key: string, response: StoredResponse } {
  const [first, content] = splitLine(file)
  if (!first.startsWith(MAGIC))
    throw new SyntaxError('it is no response of this version')
  if (first.slice(MAGIC.length) !== digestOf(content))
    throw new SyntaxError('its digest is not that of its content')
  const [line, rest] = splitLine(content)
  const head: unknown = JSON.parse(line)
  if (!isHead(head))
    throw new SyntaxError('its head lacks something')
  let from = 0
  const take = (length: number) => {
    from += length
    // Of its own size, so that no body holds on to the whole file.
    const body = Buffer.allocUnsafeSlow(length)
    rest.copy(body, 0, from - length, from)
    return body
  }
  const bodies: Partial<Record<Encoding, Buffer>> = {}
  for (const encoding of ENCODINGS) {
    const length = head.lengths[encoding]
    if (length !== undefined)
      bodies[encoding] = take(length)
  }
  const { identity } = bodies
  if (from !== rest.length || !identity)
    throw new SyntaxError('its bodies are not as long as its head says')
  const { br, gzip } = bodies
  const kept: Bodies = { identity, ...(br && { br }), ...(gzip && { gzip }) }
  return { key: head.key, response: assemble({ ...head, bodies: kept }) }
}

import { PublicProblem } from './problem'

/** A comment of the greatest length, with every character escaped in JSON, is half of it. */
const most = 64 * 1024

/** So much more is read and dropped before the connection is ended, so that an ordinary client reads the answer. */
const drained = 1024 * 1024

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * Reads the JSON object that was sent in; nothing is parsed before its type and length are known.
 * @param headers by lower-case name
 * @param body as it comes in
 * @throws PublicProblem 415 for another type, 413 beyond 64 KiB, 400 where it is no JSON object
 */
export async function readJsonObject(headers: Headers, body: AsyncIterable<Uint8Array>): Promise<Record<string, unknown>> {
  const type = /^\s*application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i
  const encoding = headers['content-encoding']
  if (typeof headers['content-type'] !== 'string' || !type.test(headers['content-type']) || (encoding !== undefined && encoding !== 'identity')) {
    await readWithin(body)
    throw new PublicProblem(415, 'unsupported-media-type', 'Send JSON in UTF-8, uncompressed, with Content-Type: application/json.', { headers: { Accept: 'application/json' } })
  }
  const bytes = await readWithin(body)
  if (bytes === null)
    throw new PublicProblem(413, 'too-large', `Send at most ${most} bytes.`, { headers: { Connection: 'close' } })
  const value = parse(bytes)
  if (!isObject(value))
    throw notAnObject()
  return value
}

/** The bytes, or null where there are too many; a body that breaks off is as good as none. */
async function readWithin(body: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size <= most)
        chunks.push(chunk)
      else if (size > most + drained)
        break
    }
  }
  catch (error) {
    throw new PublicProblem(400, 'bad-body', `The body broke off: ${error instanceof Error ? error.message : String(error)}.`)
  }
  return size <= most ? Buffer.concat(chunks) : null
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  }
  catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw notAnObject()
    throw error
  }
}

const notAnObject = (): PublicProblem => new PublicProblem(400, 'bad-body', 'Send one JSON object in UTF-8.')

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { request } from 'node:http'

/**
 * @typedef {object} RawAnswer
 * @property {number} status
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body as it came, in whatever coding
 */

/**
 * One GET, with nothing done to the body.
 *
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<RawAnswer>}
 * @throws {Error} when no answer comes
 */
export async function rawAnswer(url, headers = {}) {
  const asked = request(url, { headers, agent: false })
  asked.end()
  const [answer] = /** @type {[import('node:http').IncomingMessage]} */ (await once(asked, 'response'))
  /** @type {Buffer[]} */
  const chunks = []
  for await (const chunk of answer)
    chunks.push(chunk)
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }
}

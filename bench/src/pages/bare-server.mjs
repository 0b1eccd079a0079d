import { executionAsyncResource } from 'node:async_hooks'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import process from 'node:process'

/**
 * The limit of one Node process: two answers that lie ready, and nothing decided but which of them. It is told the answers as
 * JSON in BARE_ANSWERS: `{ identity: { headers, body }, br: { headers, body } }`, headers as a flat list, bodies in base64.
 */
const answers = JSON.parse(process.env.BARE_ANSWERS ?? '')
const identity = ready(answers.identity)
const br = ready(answers.br)

// What the site does for itself is done for its limit (decision 49): at rest V8 would forget what it knows of ticks.
const held = new Set()
process.nextTick(() => held.add(executionAsyncResource()))

createServer((request, response) => {
  const { headers, body } = request.headers['accept-encoding'] === 'br' ? br : identity
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')

/** @param {{ headers: string[], body: string }} answer */
function ready({ headers, body }) {
  return { headers, body: Buffer.from(body, 'base64') }
}

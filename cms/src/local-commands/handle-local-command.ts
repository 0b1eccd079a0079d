import type { Core } from '@strapi/strapi'
import type { IncomingMessage } from 'node:http'
import { timingSafeEqual } from 'node:crypto'
import { commandNames, CommandRefusal, findCommand } from './registry'

/** Where local commands are sent: `/_local/<command>`. */
export const localBase = '/_local/'

const bodyLimit = 10 * 1024 * 1024

export interface CommandAnswer {
  status: number
  body: unknown
}

/** One command at a time: each may rewrite what another one reads. */
let lastCommand: Promise<unknown> = Promise.resolve()

/**
 * Runs the command that a request of this machine asks for.
 * @param strapi the running CMS
 * @param request the request as node:http gives it, its body not yet read
 * @param token what `cms.json` tells
 * @returns the command's result, or `{error}` with a sentence
 */
export async function handleLocalCommand(strapi: Core.Strapi, request: IncomingMessage, token: string): Promise<CommandAnswer> {
  if (!isOwnMachine(request) || !bearsToken(request, token))
    return { status: 403, body: { error: 'Local commands are taken from this machine, with the token in cms.json.' } }
  if (request.method !== 'POST')
    return { status: 405, body: { error: 'Use POST.' } }
  const name = (request.url ?? '').slice(localBase.length)
  const handler = findCommand(name)
  if (!handler)
    return { status: 404, body: { error: `There is no command "${name}"; there are ${commandNames().join(', ')}.` } }
  const input = await readJson(request)
  if (!input.isRead)
    return { status: input.status, body: { error: input.error } }
  const run = lastCommand.then(() => handler(strapi, input.value))
  // the next command waits for this one, and not for its success
  lastCommand = run.then(() => {}, () => {})
  try {
    return { status: 200, body: await run ?? null }
  }
  catch (error) {
    if (error instanceof CommandRefusal)
      return { status: 422, body: { error: error.message } }
    strapi.log.error(error)
    return { status: 500, body: { error: `The command ${name} failed: ${error instanceof Error ? error.message : String(error)}` } }
  }
}

const loopback = /^(?:::ffff:)?127\.|^::1$/

/** From a loopback address, or from the very address it came to, where the CMS listens on another one. */
function isOwnMachine({ socket }: IncomingMessage): boolean {
  const from = socket.remoteAddress
  return from !== undefined && (loopback.test(from) || from === socket.localAddress)
}

function bearsToken(request: IncomingMessage, token: string): boolean {
  const shown = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return shown.length === wanted.length && timingSafeEqual(shown, wanted)
}

type Body = { isRead: true, value: unknown } | { isRead: false, status: number, error: string }

async function readJson(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    // read to its end also when it is too large: closing the socket would take the answer with it
    if (size <= bodyLimit)
      chunks.push(bytes)
  }
  if (size > bodyLimit)
    return { isRead: false, status: 413, error: 'The input of a local command may be 10 MB at most.' }
  const text = Buffer.concat(chunks).toString('utf8')
  try {
    return { isRead: true, value: text === '' ? null : JSON.parse(text) }
  }
  catch (error) {
    if (error instanceof SyntaxError)
      return { isRead: false, status: 400, error: 'The input of a local command must be JSON.' }
    throw error
  }
}

import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { brotliDecompressSync } from 'node:zlib'
import { now } from './clock.mjs'

const TICK_MS = 2
const TELL_MS = 10
const MOST_OPEN = 200
const TIMEOUT_MS = 10_000
const MOST_REMEMBERED = 1000

/** @type {{ targets: import('./open-load.mjs').Target[], marker: string | undefined }} */
const { targets, marker } = workerData
const pattern = marker === undefined ? undefined : new RegExp(marker)
// The connection that rested longest goes first: none rests until the server closes it.
const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' })
const states = targets.map(({ perSecond }, index) => ({ open: 0, turn: 0, every: 1000 / perSecond, dueAt: now() + index }))
/** Versions by the digest of the body as it came: most bodies are seen again and again. @type {Map<string, number | null>} */
const versions = new Map()
/** @type {import('./open-load.mjs').LoadAnswer[]} */
let answers = []

const ticks = setInterval(sendWhatIsDue, TICK_MS)
const tellings = setInterval(tell, TELL_MS)
parentPort?.once('message', async () => {
  clearInterval(ticks)
  while (states.some(({ open }) => open > 0))
    await new Promise(resolve => setTimeout(resolve, TICK_MS))
  clearInterval(tellings)
  tell()
  agent.destroy()
  parentPort?.close()
})

function sendWhatIsDue() {
  for (const [target, state] of states.entries()) {
    for (; state.dueAt <= now(); state.dueAt += state.every)
      send(target, state)
  }
}

/**
 * @param {number} target
 * @param {(typeof states)[number]} state
 */
function send(target, state) {
  const { urls, headers, mayBe = [] } = targets[target] ?? { urls: [], headers: {} }
  const url = urls[state.turn++ % urls.length] ?? ''
  const [{ dueAt }, sentAt] = [state, now()]
  /** @param {{ status?: number, fault: string | null, cache?: string | null, version?: number | null }} what */
  const note = ({ status = 0, fault, cache = null, version = null }) =>
    answers.push({ target, url, dueAt, sentAt, doneAt: now(), status, fault, cache, version })
  if (state.open >= MOST_OPEN) {
    note({ fault: `not sent: ${MOST_OPEN} requests are open` })
    return
  }
  state.open++
  let isOver = false
  /** @param {Parameters<typeof note>[0]} what */
  const end = (what) => {
    if (isOver)
      return
    isOver = true
    state.open--
    note(what)
  }
  const request = get(url, { agent, headers, timeout: TIMEOUT_MS }, (answer) => {
    /** @type {Buffer[]} */
    const chunks = []
    answer.on('data', chunk => chunks.push(chunk))
    answer.once('error', error => end({ fault: error.message }))
    answer.once('end', () => {
      const status = answer.statusCode ?? 0
      const cache = answer.headers['x-cache']
      end({
        status,
        fault: !answer.complete ? 'cut off' : status >= 400 && !mayBe.includes(status) ? `status ${status}` : null,
        cache: typeof cache === 'string' ? cache : null,
        version: versionOf(Buffer.concat(chunks), answer.headers['content-encoding']),
      })
    })
  })
  request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)))
  request.once('error', error => end({ fault: error.message }))
}

/**
 * @param {Buffer} body
 * @param {string | undefined} coding
 */
function versionOf(body, coding) {
  if (pattern === undefined)
    return null
  const digest = createHash('sha1').update(body).digest('base64')
  const known = versions.get(digest)
  if (known !== undefined)
    return known
  const text = (coding === 'br' ? brotliDecompressSync(body) : body).toString('utf8')
  const version = Number(pattern.exec(text)?.[1] ?? Number.NaN)
  if (versions.size >= MOST_REMEMBERED)
    versions.clear()
  versions.set(digest, Number.isNaN(version) ? null : version)
  return versions.get(digest) ?? null
}

function tell() {
  if (answers.length > 0)
    parentPort?.postMessage(answers)
  answers = []
}

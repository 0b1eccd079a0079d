import { Buffer } from 'node:buffer'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { waitForIdle } from './load/idle.mjs'
import { onOwnCore } from './load/own-core.mjs'
import { rawAnswer } from './load/raw-answer.mjs'
import { inRounds } from './load/rounds.mjs'
import { wrk } from './load/wrk.mjs'
import { longEssay } from './pages/essay.mjs'
import { startBareServer, startNginx } from './pages/limits.mjs'
import { readSite } from './pages/read-site.mjs'
import { median, summarise } from './report/statistics.mjs'
import { figure, spread, table } from './report/table.mjs'
import { openStack } from './stack/stack.mjs'

// Many and short: what slows the machine for some seconds falls into few of them.
const ROUNDS = 15
const SECONDS = 1
const CONNECTIONS = 32
/** What the kept page must reach of the bare server's rate. */
const LIMIT = 0.85
/** How long the best compression may take, of the page and then of all others. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 250

const BARE = 'bare node:http'
const KEPT = 'our kept page'

/**
 * @typedef {object} Candidate
 * @property {string} what
 * @property {'identity' | 'br'} coding
 * @property {string} url
 * @property {number} connections
 * @property {number} pid of the server
 */

/** @type {import('./bench.mjs').Bench} */
export const pages = {
  name: 'pages',
  about: 'the long essay with its thread, as fast as it can be asked for',
  async run({ engine, say }) {
    say(`${ROUNDS} rounds of ${SECONDS} s for each candidate`)
    const stack = await openStack({ engine, replicas: 3 })
    /** @type {(() => Promise<void>)[]} */
    const ends = [stack.close]
    try {
      await stack.startCms()
      await stack.command('load-examples')
      const { path } = await longEssay(stack)
      const keeping = await stack.startWeb(0)
      // One byte holds no page: each is made when it is asked for, and compressed, as one that a change has made old.
      const making = await stack.startWeb(1, { WEB_CACHE_BYTES: '1' })
      // No cache at all: Nuxt answers each reader itself.
      const drawing = await stack.startWeb(2, { WEB_CACHE_BYTES: '0' })
      const [kept, made, nuxt] = stack.siteUrls.map(url => url + path)
      if (kept === undefined || made === undefined || nuxt === undefined)
        throw new Error('Three sites were asked for.')
      // How fast a process is depends on what it has done before: this one has drawn its whole site, as any that has run for a day.
      const drawn = await readSite(stack.siteUrls[0] ?? '')
      const answers = await keptAnswers(kept)
      // The other pages are compressed in their turn, on the core of the site that is measured.
      if (!await waitForIdle({ looks: 15, patienceMs: PATIENCE_MS }))
        say('The machine did not come to rest: something is still working.')
      const bare = await startBareServer(answers)
      ends.unshift(bare.server.stop)
      const nginx = await startNginx(answers)
      ends.unshift(nginx.server.stop)
      /** @type {Candidate[]} */
      const candidates = [
        ...(/** @type {const} */ (['identity', 'br'])).flatMap(coding => [
          { what: BARE, coding, url: bare.url, connections: CONNECTIONS, pid: bare.server.pid },
          { what: 'nginx, a file', coding, url: nginx.url, connections: CONNECTIONS, pid: nginx.server.pid },
          { what: KEPT, coding, url: kept, connections: CONNECTIONS, pid: keeping.pid },
        ]),
        { what: 'our page, made each time', coding: 'br', url: made, connections: 1, pid: making.pid },
        { what: 'Nuxt without our cache', coding: 'identity', url: nuxt, connections: CONNECTIONS, pid: drawing.pid },
      ]
      for (const candidate of candidates)
        await requireSame(candidate, answers)
      return report(candidates, await measure(candidates), { ...answers, drawn })
    }
    finally {
      for (const end of ends)
        await end()
    }
  },
}

/** @param {Candidate} candidate */
const nameOf = ({ what, coding }) => `${what}, ${coding === 'br' ? 'brotli' : 'identity'}`

/**
 * The page as our server gives it from its cache, once it is compressed as well as can be: a quarter of a core does that beside.
 *
 * @param {string} url
 */
async function keptAnswers(url) {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  for (;;) {
    const [identity, br] = [await rawAnswer(url, { 'accept-encoding': 'identity' }), await rawAnswer(url, { 'accept-encoding': 'br' })]
    if (identity.headers['x-cache'] === 'hit' && br.headers.etag?.endsWith('-br11"'))
      return { identity, br }
    if (patience.aborted)
      throw new Error(`The page is not kept: X-Cache is ${identity.headers['x-cache']}, ETag ${br.headers.etag}.`)
    await pause(LOOK_EVERY_MS)
  }
}

/**
 * Refuses to measure an answer that is not the page, byte for byte.
 *
 * @param {Candidate} candidate
 * @param {import('./pages/limits.mjs').Answers} answers
 * @throws {Error} saying what differs
 */
async function requireSame(candidate, answers) {
  const answer = await rawAnswer(candidate.url, { 'accept-encoding': candidate.coding })
  const coding = answer.headers['content-encoding'] ?? 'identity'
  const text = coding === 'br' ? brotliDecompressSync(answer.body) : answer.body
  if (answer.status !== 200 || coding !== candidate.coding || Buffer.compare(text, answers.identity.body) !== 0)
    throw new Error(`${nameOf(candidate)} is another answer: ${answer.status}, ${coding}, ${text.length} bytes for ${answers.identity.body.length}.`)
}

/** @param {Candidate[]} candidates */
function measure(candidates) {
  return inRounds({
    rounds: ROUNDS,
    candidates: candidates.map(candidate => ({
      name: nameOf(candidate),
      // Whether the kernel puts wrk and a server on one core or on two is chance, and half of a figure.
      measure: warmUp => onOwnCore(candidate.pid, () => wrk({ ...candidate, seconds: warmUp ? 1 : SECONDS, headers: { 'Accept-Encoding': candidate.coding } })),
    })),
  })
}

/**
 * @param {Candidate[]} candidates
 * @param {Awaited<ReturnType<typeof measure>>} measured
 * @param {import('./pages/limits.mjs').Answers & { drawn: number }} answers and how many pages the site that keeps them has drawn
 * @returns {import('./bench.mjs').Measured}
 */
function report(candidates, { results, unrested }, answers) {
  const rows = candidates.map((candidate) => {
    const rounds = results.get(nameOf(candidate)) ?? []
    const limit = results.get(nameOf({ ...candidate, what: BARE })) ?? []
    // Within a round: what slows the machine slows both.
    const ratios = rounds.map(({ perSecond }, round) => perSecond / (limit[round]?.perSecond ?? Number.NaN))
    return {
      what: candidate.what,
      coding: candidate.coding,
      connections: candidate.connections,
      perSecond: summarise(rounds.map(({ perSecond }) => perSecond)),
      p99: median(rounds.map(({ p99 }) => p99)),
      ofLimit: summarise(ratios),
      failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
    }
  })
  const tooSlow = rows.filter(({ what, ofLimit }) => what === KEPT && ofLimit.median < LIMIT)
  const failures = rows.filter(({ failed }) => failed > 0)
  return {
    text: [
      table(['candidate', 'coding', 'connections', 'req/s', 'spread', 'p99 ms', `of ${BARE}`, 'spread', 'failed'], rows.map(row => [
        row.what,
        row.coding,
        String(row.connections),
        figure(row.perSecond.median),
        spread(row.perSecond),
        figure(row.p99),
        figure(row.ofLimit.median, row.ofLimit.median < 0.01 ? 4 : 2),
        spread(row.ofLimit, row.ofLimit.median < 0.01 ? 4 : 2),
        String(row.failed),
      ])),
      `The page: ${figure(answers.identity.body.length, 0)} bytes, ${figure(answers.br.body.length, 0)} as brotli. ${BARE} writes the same bytes and headers from memory in one process; nginx has one worker. The site that keeps the page had drawn ${answers.drawn} pages. Medians of ${ROUNDS} rounds of ${SECONDS} s, ratios within a round.`,
      ...unrested === 0 ? [] : [`Something else was running: ${unrested} turns began on a busy machine.`],
    ].join('\n\n'),
    figures: { rows, bytes: { identity: answers.identity.body.length, br: answers.br.body.length }, drawn: answers.drawn, unrested },
    missed: [
      ...tooSlow.map(({ coding, ofLimit }) => `the kept page (${coding}) reaches ${figure(ofLimit.median, 2)} of ${BARE}, and should reach ${LIMIT}.`),
      ...failures.map(({ what, coding, failed }) => `${failed} requests failed (${what}, ${coding}).`),
    ],
  }
}

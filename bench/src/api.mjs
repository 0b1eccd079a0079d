import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { rawAnswer } from './load/raw-answer.mjs'
import { inRounds } from './load/rounds.mjs'
import { wrk } from './load/wrk.mjs'
import { startBareServer } from './pages/limits.mjs'
import { median, summarise } from './report/statistics.mjs'
import { figure, spread, table } from './report/table.mjs'
import { ask } from './scale/ask.mjs'
import { startLoadedCms } from './scale/loaded-cms.mjs'
import { openPublisher } from './scale/publishing.mjs'
import { startPostgres } from './stack/postgres.mjs'

const ARTICLES = 1000
const ROUNDS = 3
const SECONDS = 3

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {string} url
 * @property {Record<string, string>} [headers]
 * @property {boolean} [isPublishing] asked while something is published twice a second
 */

/** @type {import('./bench.mjs').Bench} */
export const api = {
  name: 'api',
  about: `the public API of ${ARTICLES} articles against Strapi's own REST on the same content, and against bare node:http`,
  async run({ engine, say }) {
    const measured = []
    for (const each of engine === undefined ? /** @type {const} */ (['sqlite', 'postgres']) : [engine]) {
      say(`${each}: ${ROUNDS} rounds of ${SECONDS} s for each candidate`)
      measured.push(await measureEngine(each))
    }
    return { text: measured.map(textOf).join('\n\n'), figures: measured }
  },
}

/** @param {'sqlite' | 'postgres'} engine */
async function measureEngine(engine) {
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'klartext-api-'))
  /** @type {(() => Promise<unknown>)[]} */
  const ends = [() => rm(dataDir, { recursive: true, force: true }), async () => postgres?.stop()]
  try {
    const cms = await startLoadedCms({ size: ARTICLES, dataDir, databaseUrl: await postgres?.createDatabase('api') })
    ends.unshift(cms.stop)
    const article = `${cms.url}/api/v1/articles/${cms.site.slug}`
    const answer = await rawAnswer(article)
    const bare = await startBareServer({ identity: answer, br: answer })
    ends.unshift(bare.server.stop)
    const publisher = await openPublisher(cms, 0)
    const strapi = { Authorization: `Bearer ${cms.token}` }
    const populate = ['cover', 'body', 'authors', 'subjects', 'organisations', 'publisher', 'topics'].map((field, index) => `populate[${index}]=${field}`).join('&')
    /** @type {Candidate[]} */
    const candidates = [
      { name: 'bare node:http, the article\'s bytes', url: bare.url },
      { name: 'article', url: article },
      { name: 'article, not modified', url: article, headers: { 'If-None-Match': (await ask(article)).etag } },
      { name: 'list of 20', url: `${cms.url}/api/v1/articles` },
      { name: 'thread of 10', url: `${article}/comments` },
      { name: 'article, while publishing', url: article, isPublishing: true },
      { name: 'list of 20, while publishing', url: `${cms.url}/api/v1/articles`, isPublishing: true },
      { name: 'Strapi\'s REST, article by slug', url: `${cms.url}/api/articles?filters[slug][$eq]=${cms.site.slug}&${populate}`, headers: strapi },
      { name: 'Strapi\'s REST, list of 20', url: `${cms.url}/api/articles?pagination[pageSize]=20&sort=publishedAt:desc&${populate}`, headers: strapi },
    ]
    for (const candidate of candidates)
      await requireAnswer(candidate)
    const { results } = await inRounds({
      rounds: ROUNDS,
      candidates: candidates.map(candidate => ({ name: candidate.name, measure: isWarmUp => load(candidate, isWarmUp ? 1 : SECONDS, publisher) })),
    })
    return { engine, candidates: candidates.map(({ name }) => summaryOf(name, results.get(name) ?? [])) }
  }
  finally {
    for (const end of ends)
      await end()
  }
}

/**
 * What fails fast would win.
 *
 * @param {Candidate} candidate
 */
async function requireAnswer({ name, url, headers = {} }) {
  const { status, body } = await ask(url, { headers })
  const isFound = status === 304 || (status === 200 && !body.includes('"data":[]'))
  if (!isFound)
    throw new Error(`${name} was answered ${status}: ${body.slice(0, 300)}`)
}

/**
 * @param {Candidate} candidate
 * @param {number} seconds
 * @param {import('./scale/publishing.mjs').Publisher} publisher
 */
async function load({ url, headers = {}, isPublishing = false }, seconds, publisher) {
  const publications = isPublishing ? seconds * 2 : 0
  const loaded = wrk({ url, seconds, headers })
  for (let published = 0; published < publications; published++)
    await Promise.all([wait(500), publisher.publish(`Nyhet ${performance.now()}`)])
  return loaded
}

/**
 * @param {string} name
 * @param {readonly import('./load/wrk-output.mjs').WrkResult[]} rounds
 */
function summaryOf(name, rounds) {
  return {
    name,
    perSecond: summarise(rounds.map(round => round.perSecond)),
    p99: median(rounds.map(round => round.p99)),
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
  }
}

/** @param {Awaited<ReturnType<typeof measureEngine>>} measured */
function textOf({ engine, candidates }) {
  const bare = candidates[0]?.perSecond.median ?? Number.NaN
  return table(
    [engine, 'requests/s', 'spread', '× bare', 'p99 ms', 'failed'],
    candidates.map(({ name, perSecond, p99, failed }) => [name, figure(perSecond.median, 0), spread(perSecond, 0), figure(perSecond.median / bare), figure(p99), String(failed)]),
  )
}

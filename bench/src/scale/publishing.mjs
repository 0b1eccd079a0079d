import { setTimeout as wait } from 'node:timers/promises'
import { onOwnCore } from '../load/own-core.mjs'
import { median, percentile, summarise } from '../report/statistics.mjs'
import { ask } from './ask.mjs'

/** @typedef {import('./loaded-cms.mjs').LoadedCms} LoadedCms */

/** How many comments the long thread has. */
export const LONG_THREAD = 5000

/**
 * An article to publish again and again, over Strapi's REST as another system would.
 *
 * @typedef {object} Publisher
 * @property {(title: string) => Promise<number>} publish with another title → milliseconds until it is acknowledged
 */

/**
 * @param {LoadedCms} cms
 * @param {number} comments how many stand under the article; an even number
 * @returns {Promise<Publisher>}
 */
export async function openPublisher(cms, comments) {
  const body = [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Bron öppnas igen på måndag.' }] }] }]
  const { documentId } = await write(cms, 'POST', '', { title: `Under rättelse ${comments}`, kind: 'essay', body })
  if (comments > 0)
    await cms.run('loadComments', { articleIds: [documentId], each: comments, from: 20_000_000 + cms.size * 10 })
  return {
    async publish(title) {
      const startedAt = performance.now()
      await write(cms, 'PUT', `/${documentId}`, { title })
      return performance.now() - startedAt
    },
  }
}

/**
 * @param {LoadedCms} cms
 * @param {string} method
 * @param {string} place
 * @param {object} data
 * @returns {Promise<{ documentId: string }>}
 */
async function write(cms, method, place, data) {
  const { status, body } = await ask(`${cms.url}/api/articles${place}?status=published`, { method, headers: { authorization: `Bearer ${cms.token}` }, body: { data } })
  if (status >= 300)
    throw new Error(`Publishing at ${cms.size} articles was answered ${status}: ${body}`)
  return JSON.parse(body).data
}

/**
 * Publishes on every site in turns.
 *
 * @param {readonly LoadedCms[]} sites
 * @param {number} rounds
 * @returns {Promise<Map<string, Map<number, number[]>>>} milliseconds by what was published, and size
 */
export async function timePublishing(sites, rounds) {
  /** @type {Map<string, Map<number, number[]>>} */
  const times = new Map()
  for (const [name, comments] of /** @type {const} */ ([['publish an article', 0], [`publish one with ${LONG_THREAD} comments`, LONG_THREAD]])) {
    const publishers = await Promise.all(sites.map(cms => openPublisher(cms, comments)))
    /** @type {Map<number, number[]>} */
    const bySize = new Map(sites.map(({ size }) => [size, []]))
    times.set(name, bySize)
    for (let round = -3; round < rounds; round++) {
      for (const [index, cms] of sites.entries()) {
        const ms = await publishers[index]?.publish(`Rättad ${round + 3}`)
        if (round >= 0 && ms !== undefined)
          bySize.get(cms.size)?.push(ms)
      }
    }
  }
  return times
}

/**
 * Reads at a steady rate, at rest and while twice a second something is published, in turns; from a core that the CMS is kept off.
 *
 * @param {LoadedCms} cms
 * @param {{ seconds: number, rounds: number, perSecond: number }} plan
 * @returns {Promise<{ idle: number, publishing: number, ratio: ReturnType<typeof summarise> }>} medians of the rounds' p99
 * in milliseconds, and of the ratio within a round
 */
export async function readWhilePublishing(cms, plan) {
  const publisher = await openPublisher(cms, 0)
  const measured = await onOwnCore(cms.pid, () => measureRounds(cms, publisher, plan))
  return {
    idle: median(measured.map(({ idle }) => idle)),
    publishing: median(measured.map(({ publishing }) => publishing)),
    ratio: summarise(measured.map(({ idle, publishing }) => publishing / idle)),
  }
}

/**
 * @param {LoadedCms} cms
 * @param {Publisher} publisher
 * @param {{ seconds: number, rounds: number, perSecond: number }} plan
 */
async function measureRounds(cms, publisher, { seconds, rounds, perSecond }) {
  /** @type {{ idle: number, publishing: number }[]} */
  const measured = []
  for (let round = 0; round < rounds; round++) {
    const idle = percentile(await readSteadily(cms, seconds, perSecond), 0.99)
    const end = performance.now() + seconds * 1000
    const reading = readSteadily(cms, seconds, perSecond)
    for (let number = 0; performance.now() < end; number++) {
      const next = wait(500)
      await publisher.publish(`Nyhet ${round} ${number}`)
      await next
    }
    measured.push({ idle, publishing: percentile(await reading, 0.99) })
  }
  return measured
}

/**
 * Asks for an article, a list and a thread in turn, each at its time whether or not the one before was answered.
 *
 * @param {LoadedCms} cms
 * @param {number} seconds
 * @param {number} perSecond
 * @returns {Promise<number[]>} milliseconds
 */
async function readSteadily(cms, seconds, perSecond) {
  const article = `/articles/${cms.site.slug}`
  const paths = [article, '/articles', `${article}/comments`]
  const startedAt = performance.now()
  /** @type {Promise<number | Error>[]} */
  const answers = []
  for (let number = 0; number < seconds * perSecond; number++) {
    await wait(Math.max(0, startedAt + number * 1000 / perSecond - performance.now()))
    answers.push(ask(`${cms.url}/api/v1${paths[number % paths.length]}`).then(({ ms }) => ms, error => error))
  }
  const settled = await Promise.all(answers)
  const failures = settled.filter(answer => typeof answer !== 'number')
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${settled.length} reads failed at ${cms.size} articles: ${failures[0]?.message}`)
  return settled.filter(answer => typeof answer === 'number')
}

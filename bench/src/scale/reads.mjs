import { ask } from './ask.mjs'

/** The deepest place of a list that can be asked for. */
const MAX_DEPTH = 10_000

/**
 * A public read, asked of sites of every size.
 *
 * @typedef {object} Read
 * @property {string} name
 * @property {(cms: import('./loaded-cms.mjs').LoadedCms, number: number) => string} path below `/api/v1`; `number` is another one each time
 * @property {boolean} [isConditional] asked with the entity tag that it has
 */

/** @param {number} number */
const slug = number => `artikel-${String(number).padStart(7, '0')}`

/** @type {Read[]} */
export const reads = [
  { name: 'list', path: () => '/articles' },
  { name: 'list by title', path: () => '/articles?sort=title' },
  { name: 'list by change', path: () => '/articles?sort=-publicUpdatedAt' },
  { name: 'list of a language', path: () => '/articles?language=sv' },
  { name: 'list of a kind', path: () => '/articles?kind=profile' },
  { name: 'list of a person', path: ({ site }) => `/articles?person=${site.person}` },
  { name: 'list of an organisation', path: ({ site }) => `/articles?organisation=${site.organisation}` },
  { name: 'list of a topic', path: ({ site }) => `/articles?topic=${site.topic}` },
  { name: 'list of a kind and a topic', path: ({ site }) => `/articles?kind=essay&topic=${site.topic}` },
  { name: 'list of an organisation and a topic', path: ({ site }) => `/articles?organisation=${site.organisation}&topic=${site.topic}` },
  { name: 'list, not modified', path: () => '/articles', isConditional: true },
  // at 1,000 the last page is another one, at 10,000 and more the same
  { name: 'last page that can be asked for', path: ({ size }) => `/articles?sort=title&limit=20&page=${Math.min(size, MAX_DEPTH) / 20}` },
  { name: 'article', path: (_, number) => `/articles/${slug(number)}` },
  { name: 'article, not modified', path: (_, number) => `/articles/${slug(number)}`, isConditional: true },
  { name: 'no such article', path: () => '/articles/nowhere' },
  { name: 'thread', path: (_, number) => `/articles/${slug(number)}/comments` },
  { name: 'versions', path: (_, number) => `/articles/${slug(number)}/versions` },
  { name: 'version', path: (_, number) => `/articles/${slug(number)}/versions/1` },
  { name: 'as it stood', path: (_, number) => `/articles/${slug(number)}?asOf=2026-06-01` },
  { name: 'changes', path: ({ size }, number) => `/changes?after=${number * 11 % (size * 10)}` },
  { name: 'people', path: () => '/people' },
  { name: 'person', path: ({ site }) => `/people/${site.person}` },
]

/**
 * Asks every read of every site in turns, each time for another document.
 *
 * @param {readonly import('./loaded-cms.mjs').LoadedCms[]} sites
 * @param {number} rounds
 * @returns {Promise<Map<string, Map<number, number[]>>>} milliseconds by read and size
 */
export async function timeReads(sites, rounds) {
  /** @type {Map<string, Map<number, number[]>>} */
  const times = new Map(reads.map(({ name }) => [name, new Map(sites.map(({ size }) => [size, []]))]))
  const warmUp = Math.ceil(rounds / 5)
  for (let round = -warmUp; round < rounds; round++) {
    for (const read of reads) {
      // each round begins with another size: none is always asked after the same neighbour
      for (let turn = 0; turn < sites.length; turn++) {
        const cms = sites[(turn + round + warmUp) % sites.length]
        if (cms === undefined)
          continue
        const ms = await timeRead(read, cms, round + warmUp)
        if (round >= 0)
          times.get(read.name)?.get(cms.size)?.push(ms)
      }
    }
  }
  return times
}

/**
 * @param {Read} read
 * @param {import('./loaded-cms.mjs').LoadedCms} cms
 * @param {number} round
 */
async function timeRead({ name, path, isConditional }, cms, round) {
  // a stride that meets every article once before it meets one again
  const url = `${cms.url}/api/v1${path(cms, (round * 7919 + 313) % cms.size)}`
  /** @type {Record<string, string>} */
  const headers = isConditional ? { 'If-None-Match': (await ask(url)).etag } : {}
  const { status, ms } = await ask(url, { headers })
  const expected = isConditional ? 304 : name === 'no such article' ? 404 : 200
  // the template of a copy was published today
  if (status !== expected && name !== 'as it stood')
    throw new Error(`${name} at ${cms.size} articles was answered ${status}: ${url}`)
  return ms
}

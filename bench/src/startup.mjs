import { waitForIdle } from './load/idle.mjs'
import { wrk } from './load/wrk.mjs'
import { longEssay } from './pages/essay.mjs'
import { publishText } from './publish/texts.mjs'
import { summarise } from './report/statistics.mjs'
import { figure, spread, table } from './report/table.mjs'
import { signIn } from './stack/admin.mjs'
import { memoryOf } from './stack/memory.mjs'
import { openStack } from './stack/stack.mjs'

const FIRST_STARTS = 2
const NEXT_STARTS = 3
const LOAD_SECONDS = 10
const LOOK_MS = 500

/** @type {import('./bench.mjs').Bench} */
export const startup = {
  name: 'startup',
  about: 'how long the built servers take to answer, and the memory they hold',
  async run({ engine = 'sqlite', say }) {
    say(`${FIRST_STARTS} first and ${NEXT_STARTS} next starts of each server (${engine})`)
    const { times, memory } = await measure(engine)
    const starts = [...times].map(([what, values]) => ({ what, seconds: summarise(values.map(ms => ms / 1000)) }))
    return {
      text: [
        table(['start until it answers', 'seconds', 'spread', 'starts'], starts.map(({ what, seconds }) => [what, figure(seconds.median), spread(seconds), String(seconds.rounds)])),
        table(['memory, MB', 'at rest', 'under load', 'peak'], [...memory, total(memory)].map(({ what, rest, load, peak }) => [what, figure(rest, 0), figure(load, 0), figure(peak, 0)])),
        `${engine}. The load is ${LOAD_SECONDS} s of wrk with 32 connections on the essay's page, while the essay is corrected again and again. A first start makes the database; the example content is not in its time.`,
      ].join('\n\n'),
      figures: { engine, starts, memory },
    }
  },
}

/**
 * Memory of one process in megabytes.
 *
 * @typedef {object} MemoryRow
 * @property {string} what
 * @property {number} rest
 * @property {number} load the highest of several looks
 * @property {number} peak the highest since its start
 */

/** @param {'sqlite' | 'postgres'} engine */
async function measure(engine) {
  /** @type {Map<string, number[]>} */
  const times = new Map()
  const note = (/** @type {string} */ what, /** @type {number} */ ms) => times.set(what, [...times.get(what) ?? [], ms])
  /** @type {MemoryRow[]} */
  let memory = []
  for (let first = 1; first <= FIRST_STARTS; first++) {
    const stack = await openStack({ engine })
    try {
      note('CMS, first', (await stack.startCms()).readyMs)
      await stack.command('load-examples')
      note('web, first', (await stack.startWeb(0)).readyMs)
      if (first === FIRST_STARTS) {
        await measureNext(stack, note)
        memory = await measureMemory(stack)
      }
    }
    finally {
      await stack.close()
    }
  }
  return { times, memory }
}

/**
 * @param {import('./stack/stack.mjs').Stack} stack
 * @param {(what: string, ms: number) => void} note
 */
async function measureNext(stack, note) {
  for (let start = 0; start < NEXT_STARTS; start++) {
    await stack.stopAll()
    await waitForIdle()
    note('CMS, next', (await stack.startCms()).readyMs)
    note('web, next', (await stack.startWeb(0)).readyMs)
    await stack.stopAll()
    await waitForIdle()
    const both = await Promise.all([stack.startCms(), stack.startWeb(0)])
    note('both at once, next', Math.max(...both.map(({ readyMs }) => readyMs)))
  }
}

/**
 * @param {import('./stack/stack.mjs').Stack} stack
 * @returns {Promise<MemoryRow[]>}
 */
async function measureMemory(stack) {
  const { path, id } = await longEssay(stack)
  const admin = await signIn(stack)
  await waitForIdle()
  const servers = stack.running().toSorted((a, b) => a.name.localeCompare(b.name))
  const atRest = await Promise.all(servers.map(({ pid }) => memoryOf(pid)))
  const highest = atRest.map(({ now }) => now)
  const load = wrk({ url: `${stack.siteUrls[0]}${path}`, seconds: LOAD_SECONDS, headers: { 'Accept-Encoding': 'br' } })
  const look = setInterval(async () => {
    for (const [index, { pid }] of servers.entries())
      highest[index] = Math.max(highest[index] ?? 0, (await memoryOf(pid)).now)
  }, LOOK_MS)
  try {
    await Promise.all([load, publishFor(LOAD_SECONDS, version => publishText(admin, id, version))])
  }
  finally {
    clearInterval(look)
  }
  return Promise.all(servers.map(async ({ name, pid }, index) => ({
    what: name,
    rest: atRest[index]?.now ?? Number.NaN,
    load: highest[index] ?? Number.NaN,
    peak: (await memoryOf(pid)).peak,
  })))
}

/**
 * @param {number} seconds
 * @param {(version: number) => Promise<unknown>} publish
 */
async function publishFor(seconds, publish) {
  const end = performance.now() + seconds * 1000
  for (let version = 1; performance.now() < end; version++)
    await publish(version)
}

/**
 * @param {readonly MemoryRow[]} rows
 * @returns {MemoryRow}
 */
function total(rows) {
  const sum = (/** @type {'rest' | 'load' | 'peak'} */ field) => rows.reduce((all, row) => all + row[field], 0)
  return { what: 'the whole', rest: sum('rest'), load: sum('load'), peak: sum('peak') }
}

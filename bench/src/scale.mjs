import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { median } from './report/statistics.mjs'
import { figure, spread, table } from './report/table.mjs'
import { startLoadedCms } from './scale/loaded-cms.mjs'
import { readWhilePublishing, timePublishing } from './scale/publishing.mjs'
import { timeReads } from './scale/reads.mjs'
import { timeRebuild } from './scale/rebuilding.mjs'
import { startPostgres } from './stack/postgres.mjs'

/** @typedef {import('./scale/loaded-cms.mjs').LoadedCms} LoadedCms */
/** @typedef {'sqlite' | 'postgres'} Engine */

const SIZES = [1000, 10_000, 100_000]
const READ_ROUNDS = 120
const PUBLISH_ROUNDS = 20
/** A rebuild takes milliseconds an article, so that the largest site would take minutes to show the same. */
const REBUILT_UP_TO = 10_000
const STEADY = { seconds: 5, rounds: 8, perSecond: 150 }
/** What a read may cost more on the largest site than on a smaller one. */
const MAX_READ_RATIO = 1.5
/** What the slowest hundredth of reads may take longer while something is published. */
const MAX_P99_RATIO = 2

/** @type {import('./bench.mjs').Bench} */
export const scale = {
  name: 'scale',
  about: 'what reading and publishing cost at 1,000, 10,000 and 100,000 articles with ten comments each',
  async run({ engine, sizes = SIZES, say }) {
    const measured = []
    for (const each of engine === undefined ? /** @type {Engine[]} */ (['sqlite', 'postgres']) : [engine])
      measured.push(await measureEngine(each, sizes, say))
    return {
      text: measured.map(textOf).join('\n\n'),
      figures: measured,
      missed: measured.flatMap(missedOf),
    }
  },
}

/**
 * @param {Engine} engine
 * @param {readonly number[]} sizes
 * @param {(line: string) => void} say
 */
async function measureEngine(engine, sizes, say) {
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  const folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-scale-'))
  /** @type {LoadedCms[]} */
  const sites = []
  try {
    for (const size of sizes) {
      say(`${engine}: fills a CMS with ${figure(size, 0)} articles`)
      sites.push(await startLoadedCms({ size, dataDir: path.join(folder, String(size)), databaseUrl: await postgres?.createDatabase(`scale_${size}`) }))
    }
    say(`${engine}: reads`)
    const reads = medians(await timeReads(sites, READ_ROUNDS))
    say(`${engine}: publishes`)
    const publishing = medians(await timePublishing(sites, PUBLISH_ROUNDS))
    const rows = []
    for (const cms of sites) {
      say(`${engine}: reads while publishing, and rebuilds, at ${figure(cms.size, 0)} articles`)
      const steady = await readWhilePublishing(cms, STEADY)
      const memoryMb = (await cms.memory()).now
      rows.push({ size: cms.size, loadSeconds: cms.loadSeconds, steady, memoryMb, rebuild: cms.size <= REBUILT_UP_TO ? await timeRebuild(cms) : null })
    }
    return { engine, sizes, reads, publishing, sites: rows }
  }
  finally {
    for (const cms of sites)
      await cms.stop()
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {Map<string, Map<number, number[]>>} times
 */
function medians(times) {
  return [...times].map(([name, bySize]) => ({ name, ms: [...bySize.values()].map(median) }))
}

/** @typedef {Awaited<ReturnType<typeof measureEngine>>} Measured */

/**
 * What the largest site costs against each smaller one.
 *
 * @param {{ ms: readonly number[] }} row
 */
function ratios({ ms }) {
  const largest = ms.at(-1) ?? Number.NaN
  return ms.slice(0, -1).map(smaller => largest / smaller)
}

/** @param {Measured} measured */
function textOf({ engine, sizes, reads, publishing, sites }) {
  const smaller = sizes.slice(0, -1).map(size => `to ${figure(size, 0)}`)
  const row = (/** @type {{ name: string, ms: number[] }} */ each) => [each.name, ...each.ms.map(ms => figure(ms)), ...ratios(each).map(ratio => figure(ratio))]
  return [
    table([`${engine}, ms at articles`, ...sizes.map(size => figure(size, 0)), ...smaller], [...reads, ...publishing].map(row)),
    table(
      [`${engine}, articles`, 'p99 idle', 'p99 publishing', 'ratio', 'spread', 'memory MB', 'rebuild s', 'grows MB', 'slowest read', 'load s'],
      sites.map(({ size, steady, memoryMb, rebuild, loadSeconds }) => [
        figure(size, 0),
        figure(steady.idle),
        figure(steady.publishing),
        figure(steady.ratio.median),
        spread(steady.ratio),
        figure(memoryMb, 0),
        rebuild ? figure(rebuild.seconds) : '',
        rebuild ? figure(rebuild.grownMb, 0) : '',
        rebuild ? figure(rebuild.slowestReadMs) : '',
        figure(loadSeconds),
      ]),
    ),
  ].join('\n\n')
}

/** @param {Measured} measured */
function missedOf({ engine, sizes, reads, sites }) {
  const slow = reads.flatMap(read => ratios(read).flatMap((ratio, index) => ratio <= MAX_READ_RATIO
    ? []
    : [`${read.name} on ${engine} takes ${figure(ratio)} times as long at ${figure(sizes.at(-1) ?? 0, 0)} articles as at ${figure(sizes[index] ?? 0, 0)}; at most ${MAX_READ_RATIO} are allowed.`]))
  const disturbed = sites.flatMap(({ size, steady }) => steady.ratio.median <= MAX_P99_RATIO
    ? []
    : [`At ${figure(size, 0)} articles on ${engine} the p99 of reads is ${figure(steady.ratio.median)} times as high during publishing as at rest; at most ${MAX_P99_RATIO} are allowed.`])
  return [...slow, ...disturbed]
}

import type { LoadAnswer } from '../src/load/open-load.mjs'
import type { Stack } from '../src/stack/stack.mjs'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@klartext/client'
import { expect, it, onTestFinished } from 'vitest'
import { now } from '../src/load/clock.mjs'
import { startOpenLoad } from '../src/load/open-load.mjs'
import { rawAnswer } from '../src/load/raw-answer.mjs'
import { metric } from '../src/publish/watch.mjs'
import { figure, table } from '../src/report/table.mjs'
import { freePorts } from '../src/stack/free-port.mjs'
import { openStack } from '../src/stack/stack.mjs'
import { chanceFrom } from './support/chance.ts'
import { watchMemory } from './support/memory-watch.ts'
import { randomEdits } from './support/random-edits.ts'
import { mapSite } from './support/site-map.ts'

const minutes = Number(process.env.SOAK_MINUTES || 4)
const seed = Number(process.env.SOAK_SEED || 20261128)
const replicas = 2
const readsPerSecond = 40
const editEveryMs = 1000
const looks = 60

it(`${minutes} minutes of random edits under load: no error, flat memory, and every replica ends with the newest text`, { timeout: (minutes + 5) * 60_000 }, async () => {
  const { stack, memory, pages, files, articles } = await openSite()
  const changing = articles.slice(-2)
  const edits = randomEdits(stack, { articles: articles.slice(0, -2), changing, chance: chanceFrom(seed) })
  /** Why reads failed, and how many. */
  const failed = new Map<string, number>()
  let reads = 0
  const load = startOpenLoad({
    targets: stack.siteUrls.map((url, index) => ({
      name: `replica ${index}`,
      urls: [...pages, ...files].map(path => url + path),
      perSecond: readsPerSecond,
      headers: { 'Accept-Encoding': 'br' },
    })),
    onAnswers(answers) {
      reads += answers.length
      for (const { url, fault } of answers.filter(answer => isFailure(answer, changing))) {
        const kind = fault?.startsWith('status') ? `${url}: ${fault}` : String(fault)
        failed.set(kind, (failed.get(kind) ?? 0) + 1)
      }
    },
  })
  const end = now() + minutes * 60_000
  let nextLook = now()
  for (let nextEdit = now(); now() < end; nextEdit += editEveryMs) {
    await edits.next()
    if (now() >= nextLook) {
      await memory.look()
      nextLook += minutes * 60_000 / looks
    }
    // A steady rate, whatever an edit takes.
    await wait(Math.max(0, nextEdit + editEveryMs - now()))
  }
  await load.stop()
  await edits.end()
  const rows = memory.rows()
  console.log([
    `${reads} reads, ${Object.entries(edits.counts).map(([what, count]) => `${count} ${what}`).join(', ')} (seed ${seed}).`,
    table(['memory, MB', 'live, middle', 'live, end', 'limit', 'resident, middle', 'resident, end'], rows.map(row =>
      [row.name, ...[row.middle, row.end, row.limit, row.residentMiddle, row.residentEnd].map(value => figure(value, 1))])),
  ].join('\n'))
  expect(Object.fromEntries(failed)).toEqual({})
  expect(rows.filter(({ isFlat }) => !isFlat)).toEqual([])
  await allHaveFollowed(stack)
  const freshUrl = await stack.fresh()
  const isTimed = (path: string) => /^\/(?:oppenhet|en\/openness)/.test(path)
  expect(await differences(stack, freshUrl, pages.filter(path => !isTimed(path)))).toEqual([])
  // Accounts of moderation follow no change: they are made anew each minute.
  await expect.poll(() => differences(stack, freshUrl, pages.filter(isTimed)), { timeout: 90_000, interval: 2000 }).toEqual([])
})

async function openSite() {
  const stack = await openStack({
    replicas: replicas + 1,
    env: { COMMENT_LIMIT_SENDER: '100000/600', COMMENT_LIMIT_ARTICLE: '100000/600', COMMENT_LIMIT_SITE: '100000/600' },
  })
  onTestFinished(stack.close)
  const ports = await freePorts(1 + replicas)
  const inspect = (index: number) => [`--inspect=127.0.0.1:${ports[index]}`]
  const servers = [await stack.startCms(inspect(0))]
  await stack.command('load-examples')
  for (let replica = 0; replica < replicas; replica++)
    servers.push(await stack.startWeb(replica, {}, inspect(replica + 1)))
  // Readers of a site that has just been started wait for its first renders; that is not what is watched here.
  const map = await mapSite(stack.siteUrls[0] ?? '')
  for (const url of stack.siteUrls.slice(1, replicas)) {
    for (const path of [...map.pages, ...map.files])
      await rawAnswer(url + path)
  }
  const { items } = await createClient({ baseUrl: stack.cmsUrl }).articles.list({ limit: 100, language: 'sv' })
  return {
    stack: { ...stack, siteUrls: stack.siteUrls.slice(0, replicas), fresh: async () => {
      await stack.startWeb(replicas, { WEB_CACHE_BYTES: '0' })
      return stack.siteUrls[replicas] ?? ''
    } },
    memory: watchMemory(servers.map((server, index) => ({ server, inspectPort: ports[index] ?? 0 }))),
    // The history of an article grows with each correction, and each edit makes every filtered list anew: they are the long tail.
    pages: map.pages.filter(path => !/\/(?:andringar|changes)$|\?/.test(path)),
    files: map.files,
    articles: items.map(({ id, slug, commentsOpen }) => ({ id, slug, commentsOpen })),
  }
}

/** What is being taken down and put back may be missing; everything else may not. */
function isFailure({ fault, status, url }: LoadAnswer, changing: { slug: string }[]) {
  return fault !== null && !(status === 404 && changing.some(({ slug }) => url.includes(slug)))
}

/** Waits until every replica says that it has dealt with the last change. */
async function allHaveFollowed({ cmsUrl, siteUrls }: Pick<Stack, 'cmsUrl' | 'siteUrls'>) {
  let head = 0
  for await (const { after } of createClient({ baseUrl: cmsUrl }).changes.all())
    head = after
  await expect.poll(() => Promise.all(siteUrls.map(async url => metric(await (await fetch(`${url}/metrics`)).text(), 'klartext_change_cursor'))), { timeout: 30_000 })
    .toEqual(siteUrls.map(() => head))
}

/** The pages that a replica shows otherwise than a site without a cache does. */
async function differences({ siteUrls }: Pick<Stack, 'siteUrls'>, freshUrl: string, pages: string[]) {
  const found: string[] = []
  for (const path of pages) {
    const right = await rawAnswer(freshUrl + path)
    for (const url of siteUrls) {
      const { status, body } = await rawAnswer(url + path)
      if (status !== right.status || !body.equals(right.body))
        found.push(url + path)
    }
  }
  return found
}

import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { now } from '../src/load/clock.mjs'
import { rawAnswer } from '../src/load/raw-answer.mjs'
import { longEssay } from '../src/pages/essay.mjs'
import { publishAsSoonAsPossible } from '../src/publish/across-restarts.mjs'
import { startReaders } from '../src/publish/readers.mjs'
import { publishText } from '../src/publish/texts.mjs'
import { signIn } from '../src/stack/admin.mjs'
import { openStack } from '../src/stack/stack.mjs'
import { mapSite } from './support/site-map.ts'

const seconds = Number(process.env.OUTAGE_SECONDS || 60)
const readsPerSecond = 100

/** Two replicas of the site with the example content under load, every page and picture of it read once before. */
async function openSite(engine: 'sqlite' | 'postgres') {
  const stack = await openStack({ engine, replicas: 2 })
  onTestFinished(stack.close)
  const cms = await stack.startCms()
  await stack.command('load-examples')
  const essay = await longEssay(stack)
  await publishText(await signIn(stack), essay.id, 1)
  await stack.startWeb(0)
  await stack.startWeb(1)
  const { pages, files } = await mapSite(stack.siteUrls[0] ?? '')
  expect(pages.length).toBeGreaterThan(20)
  expect(files.filter(file => file.startsWith('/media/')).length).toBeGreaterThan(5)
  const paths = [...pages, ...files]
  for (const url of stack.siteUrls) {
    for (const path of paths)
      expect((await rawAnswer(url + path)).status).toBe(200)
  }
  const readers = startReaders({ urls: stack.siteUrls.map(url => paths.map(path => url + path)), perSecond: readsPerSecond })
  expect(await readers.seeEverywhere(1)).toBe(true)
  return { stack, cms, essay, paths, readers }
}

/** All failures, and the pages that nobody asked for while the CMS was away. */
function lookBack({ readers, stack, paths }: Awaited<ReturnType<typeof openSite>>, outage: { from: number, to: number }) {
  const during = new Set(readers.answers.filter(({ sentAt }) => sentAt > outage.from && sentAt < outage.to).map(({ url }) => url))
  return {
    failed: readers.answers.filter(({ fault }) => fault !== null).map(({ url, fault }) => `${url}: ${fault}`),
    notAsked: stack.siteUrls.flatMap(url => paths.map(path => url + path)).filter(url => !during.has(url)),
  }
}

const limit = { timeout: (seconds + 180) * 1000 }

it(`answers every page and picture while the CMS is killed for ${seconds} s, and shows what is published before the stream is back`, limit, async () => {
  const site = await openSite('sqlite')
  const { stack, cms, essay, readers } = site
  const admin = await signIn(stack)
  await cms.stop('SIGKILL')
  const from = now()
  await readers.readFor(seconds * 1000)
  const to = now()
  let version = 2
  const starting = stack.startCms()
  const published = await publishAsSoonAsPossible(admin, essay.id, () => version++, starting)
  await starting
  expect(await readers.seeEverywhere(published.version)).toBe(true)
  await readers.stop()
  expect(lookBack(site, { from, to })).toEqual({ failed: [], notAsked: [] })
})

it(`does so on PostgreSQL, and shows what another CMS published meanwhile`, limit, async () => {
  const site = await openSite('postgres')
  const { stack, cms, essay, readers } = site
  const other = await stack.startOtherCms()
  await cms.stop('SIGKILL')
  const from = now()
  const { length } = readers.answers
  await publishText(await signIn({ cmsUrl: other.url, admin: stack.admin }), essay.id, 2)
  await readers.readFor(seconds * 1000)
  const to = now()
  expect(newestVersion(readers.answers.slice(length))).toBe(1)
  await stack.startCms()
  expect(await readers.seeEverywhere(2)).toBe(true)
  await readers.stop()
  expect(lookBack(site, { from, to })).toEqual({ failed: [], notAsked: [] })
})

function newestVersion(answers: { version: number | null }[]) {
  return Math.max(...answers.map(({ version }) => version ?? 0))
}

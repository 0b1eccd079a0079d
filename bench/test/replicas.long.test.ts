import type { Admin } from '../src/stack/admin.mjs'
import type { RunningServer } from '../src/stack/server.mjs'
import type { Stack } from '../src/stack/stack.mjs'
import { randomUUID } from 'node:crypto'
import { createClient } from '@klartext/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishText } from '../src/publish/texts.mjs'
import { signIn, valueAt } from '../src/stack/admin.mjs'
import { freePorts } from '../src/stack/free-port.mjs'
import { openStack } from '../src/stack/stack.mjs'
import { startBalancer } from './support/balancer.ts'
import { startMailbox } from './support/mailbox.ts'

const replicas = 3
const patience = { timeout: 15_000, interval: 50 }
const day = 24 * 60 * 60 * 1000

let stack: Stack
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let balancer: Awaited<ReturnType<typeof startBalancer>>
let first: RunningServer
let cmsUrls: [string, string]
let essay: { id: string, slug: string, path: string }
let version = 0

beforeAll(async () => {
  mailbox = await startMailbox()
  const [balancerPort = 0] = await freePorts(1)
  const balanced = `http://127.0.0.1:${balancerPort}`
  stack = await openStack({ engine: 'postgres', replicas, env: { CMS_URL: balanced, SMTP_URL: mailbox.url } })
  // both on the empty database, in the same moment
  const [one, other] = await Promise.all([stack.startCms(), stack.startOtherCms()])
  first = one
  cmsUrls = [stack.cmsUrl, other.url]
  balancer = await startBalancer(cmsUrls.map(url => Number(new URL(url).port)), balancerPort)
  await stack.command('load-examples')
  const { items } = await createClient({ baseUrl: balanced }).articles.list({ kind: 'essay', language: 'sv', limit: 100 })
  const open = items.find(item => item.commentsOpen)
  if (!open)
    throw new Error('No essay of the examples takes comments.')
  essay = { id: open.id, slug: open.slug, path: new URL(open.url).pathname }
  // the sites know one address of the CMS: the balancer's
  for (let replica = 0; replica < replicas; replica += 1)
    await stack.startWeb(replica, { CMS_PORT: String(balancerPort) })
}, 240_000)
afterAll(async () => {
  await stack?.close()
  balancer?.close()
  mailbox?.close()
})

const sessions = new Map<number, Promise<Admin>>()
/** Signs in once to each: Strapi refuses a sixth sign-in within five minutes. A session outlives its CMS. */
function asAdmin(cms: number): Promise<Admin> {
  const session = sessions.get(cms) ?? signIn({ cmsUrl: cmsUrls[cms] ?? '', admin: stack.admin })
  sessions.set(cms, session)
  return session
}
const pages = async () => Promise.all(stack.siteUrls.map(async url => (await fetch(url + essay.path)).text()))
const seenEverywhere = (text: string) => expect.poll(async () => (await pages()).filter(page => page.includes(text)).length, patience).toBe(replicas)

async function publishOn(cms: number): Promise<void> {
  version += 1
  await publishText(await asAdmin(cms), essay.id, version)
  await seenEverywhere(`Besked nummer ${version} `)
}

async function comment(cms: number, reader: number, email: string): Promise<string> {
  const answer = await fetch(`${cmsUrls[cms]}/api/v1/articles/${essay.slug}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'klartext-site-key': stack.siteKey, 'klartext-reader': `198.51.100.${reader}` },
    body: JSON.stringify({ name: `Läsare ${reader}`, text: `Vad gäller för gata nummer ${reader} i vinter?`, email }),
  })
  expect(answer.status).toBe(202)
  return String(valueAt(await answer.json(), 'id'))
}

describe('two CMSs and three sites on one PostgreSQL', () => {
  it('show on every site what is published on either CMS', async () => {
    for (const cms of [0, 1, 0, 1])
      await publishOn(cms)
  })

  it('send one letter for each comment and each decision, whichever CMS took it, and show it everywhere', { timeout: 180_000 }, async () => {
    const emails = Array.from({ length: 12 }, (_, index) => `lasare-${index}@exempel.example`)
    const ids = await Promise.all(emails.map((email, index) => comment(index % 2, index, email)))
    await expect.poll(() => mailbox.addressees.length, { timeout: 90_000 }).toBeGreaterThanOrEqual(emails.length)
    expect(mailbox.addressees.toSorted()).toEqual(emails.toSorted())

    const admins = [await asAdmin(0), await asAdmin(1)]
    const revisions = new Map<unknown, unknown>()
    for (const queue of ['waiting', 'spam']) {
      const items = valueAt(await admins[0]?.request('GET', `/klartext/moderation/queues/${queue}?limit=100`), 'items')
      for (const item of Array.isArray(items) ? items : [])
        revisions.set(valueAt(item, 'id'), valueAt(item, 'revision'))
    }
    for (const [index, id] of ids.entries())
      await admins[(index + 1) % 2]?.request('POST', '/klartext/moderation/bulk', { items: [{ id, expected: revisions.get(id) }], action: 'approve' })
    await seenEverywhere('Vad gäller för gata nummer 11 i vinter?')
    await expect.poll(() => mailbox.addressees.length, { timeout: 90_000 }).toBeGreaterThanOrEqual(2 * emails.length)
    expect(mailbox.addressees.toSorted()).toEqual([...emails, ...emails].toSorted())
  })

  it('tell once that an article stopped taking comments by its age', { timeout: 150_000 }, async () => {
    const client = createClient({ baseUrl: cmsUrls[1] })
    const published = await (await asAdmin(1)).request('POST', '/content-manager/collection-types/api::article.article/actions/publish', {
      title: 'Snart är det för sent att fråga',
      slug: 'snart-for-sent',
      kind: 'essay',
      body: [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Frågor tas emot i trettio dagar.' }] }] }],
      commentsOpen: true,
      commentsCloseAfterDays: 30,
      // its time comes when it is public, so that the task of each minute has to find it
      statedPublishedAt: new Date(Date.now() - 30 * day + 5_000).toISOString(),
    })
    const id = String(valueAt(published, 'data', 'documentId'))
    const closings = async () => {
      const found: string[] = []
      for await (const { items } of client.changes.all({ after: 0 }))
        found.push(...items.filter(item => item.action === 'comments-closed' && item.id === id).map(item => String(item.language)))
      return found
    }
    await expect.poll(async () => (await closings()).length, { timeout: 120_000, interval: 500 }).toBeGreaterThan(0)
    // whoever looked in the same minute stood before these in the line
    await publishOn(0)
    await publishOn(1)
    expect(await closings()).toEqual(['sv'])
  })

  it('go on when a CMS is killed, and take it in again', { timeout: 120_000 }, async () => {
    await first.stop('SIGKILL')
    for (const page of await pages())
      expect(page).toContain(`Besked nummer ${version} `)
    await publishOn(1)
    await publishOn(1)
    await stack.startCms()
    await publishOn(0)
    expect(await stack.command('verify-log')).toMatchObject({ ok: true })
  })
})

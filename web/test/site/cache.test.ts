import type { RunningSite } from './running-site'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { examples } from '../fixture-content'
import { textsOf } from './page-text'
import { startSite } from './running-site'

const profile = '/artiklar/hon-lyssnar-efter-lackor'

let site: RunningSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(async () => site.close())

async function read(path: string, init: RequestInit = {}) {
  const response = await site.get(path, init)
  return { status: response.status, from: response.headers.get('x-cache'), headers: response.headers, html: await response.text() }
}

const titleOf = async (path: string) => textsOf((await read(path)).html, 'h1')[0]

/** Asks until the page says so: a change is on its way to the site. */
async function until(path: string, holds: (page: Awaited<ReturnType<typeof read>>) => boolean) {
  for (;;) {
    const page = await read(path)
    if (holds(page))
      return page
  }
}

function articleAt(path: string) {
  const article = site.content.articles.find(({ slug }) => path.endsWith(slug))
  if (!article)
    throw new Error(`The fixture has no article at ${path}`)
  return article
}

describe('a page', () => {
  it('is drawn once and then kept', async () => {
    expect((await read(profile)).from).toBe('miss')
    const asked = site.cms.requests.length
    expect(await Promise.all([profile, `${profile}?utm_source=brev`, `${profile}/?page=1`, profile.replace('artiklar', 'ARTIKLAR')].map(async path => (await read(path)).from))).toEqual(['hit', 'hit', 'hit', 'hit'])
    expect(site.cms.requests).toHaveLength(asked)
  })

  it('is drawn once however many ask', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, async () => read(profile)))
    expect(new Set(all.map(({ html }) => html)).size).toBe(1)
    expect(site.cms.requests.filter(request => request.startsWith('GET /api/v1/articles/hon-lyssnar-efter-lackor?'))).toHaveLength(1)
  })

  it('stands though an article of its lists is taken down while it is drawn', async () => {
    const lively = site.content.articles.filter(({ commentCount }) => commentCount > 0)
    expect(lively.length).toBeGreaterThan(0)
    // Still in the list, no longer there: what one reader meets between two reads of the CMS.
    for (const { slug } of lively)
      site.content.withdrawn[slug] = examples.gone
    expect((await read('/')).status).toBe(200)
  })

  it('names what it depends on, and asks to be asked for again', async () => {
    const { headers } = await read(profile)
    const { id, subjects } = articleAt(profile)
    expect(headers.get('cache-tag')?.split(',')).toEqual(expect.arrayContaining([`article:${id}`, `comments:${id}`, `person:${subjects[0]?.id}`]))
    expect(headers.get('surrogate-key')?.split(' ')).toEqual(headers.get('cache-tag')?.split(','))
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(headers.get('vary')).toBe('Accept-Encoding')
  })

  it('is answered with 304 to who has it, and without its bytes to HEAD', async () => {
    const { headers, html } = await read(profile, { headers: { 'accept-encoding': 'identity' } })
    const etag = headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    const known = await read(profile, { headers: { 'accept-encoding': 'identity', 'if-none-match': etag } })
    expect([known.status, known.html, known.headers.get('etag')]).toEqual([304, '', etag])
    const head = await read(profile, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.status, head.html, head.headers.get('content-length')]).toEqual([200, '', String(new TextEncoder().encode(html).byteLength)])
  })

  it.each(['br', 'gzip', 'identity'])('is the same in %s', async (coding) => {
    const plain = (await read(profile, { headers: { 'accept-encoding': 'identity' } })).html
    const { headers, html } = await read(profile, { headers: { 'accept-encoding': coding } })
    expect([html, headers.get('content-encoding')]).toEqual([plain, coding === 'identity' ? null : coding])
  })

  it('that is one reader\'s own is drawn for each, and kept nowhere', async () => {
    for (const path of [`${profile}/kommentera`, '/mina-uppgifter', `${profile}?kommentar=mottagen`]) {
      for (let time = 0; time < 2; time++) {
        const { from, headers } = await read(path)
        expect([path, from, headers.get('cache-control')]).toEqual([path, 'pass', 'private, no-store'])
      }
    }
  })

  it('shows nothing of the site\'s inner addresses', async () => {
    expect((await read('/api/start?language=sv')).status).toBe(404)
    expect((await read('/__nuxt_error?statusCode=500')).status).toBe(404)
    expect((await read(`/${'a'.repeat(3_000)}`)).status).toBe(414)
  })
})

describe('a change', () => {
  it('is seen on the pages it names, and only they are drawn again', async () => {
    await read(profile)
    await read('/om')
    const article = articleAt(profile)
    article.title = 'Hon hörde läckan'
    expect(await titleOf(profile)).not.toBe(article.title)
    site.cms.change(`article:${article.id}`)
    await until(profile, ({ html }) => textsOf(html, 'h1')[0] === article.title)
    expect((await read('/om')).from).toBe('hit')
  })

  it('renders the pages it made old before anybody asks', async () => {
    await read(profile)
    articleAt(profile).title = 'Hon hörde läckan'
    const drawn = () => site.cms.requests.filter(request => request.startsWith('GET /api/v1/articles/hon-lyssnar-efter-lackor?')).length
    const before = drawn()
    site.cms.change(`article:${articleAt(profile).id}`)
    await until('/om', () => drawn() > before)
    expect(await titleOf(profile)).toBe('Hon hörde läckan')
  })

  it('makes a page of what was not found', async () => {
    const article = { ...examples.essay, id: 'essaythatisnew0000000000', slug: 'alldeles-ny', title: 'Alldeles ny' }
    expect((await read('/artiklar/alldeles-ny')).status).toBe(404)
    site.content.articles.push(article)
    site.cms.change('list:articles')
    await until('/artiklar/alldeles-ny', ({ status }) => status === 200)
  })

  it('that the site missed while its CMS was away is seen when it is back', async () => {
    await read(profile)
    site.cms.ail('cut')
    articleAt(profile).title = 'Hon hörde läckan'
    site.cms.change(`article:${articleAt(profile).id}`)
    expect((await read(profile)).status).toBe(200)
    site.cms.ail(null)
    await until(profile, ({ html }) => textsOf(html, 'h1')[0] === 'Hon hörde läckan')
  })

  it('may be anything when the log was begun anew', async () => {
    await read(profile)
    articleAt(profile).title = 'Hon hörde läckan'
    site.cms.forgetChanges()
    await until(profile, ({ html }) => textsOf(html, 'h1')[0] === 'Hon hörde läckan')
  })
})

describe('a CMS that is away', () => {
  it('leaves the pages and pictures that were read before, also over a restart of the site', async () => {
    const picture = '/media/maja-i-natten_960.avif'
    const { html } = await read(profile)
    await read(picture)
    site.cms.ail('cut')
    expect(await read(profile)).toMatchObject({ status: 200, from: 'hit', html })
    expect((await read('/artiklar/tre-somrar-i-hamnen')).status).toBe(503)
    await site.restart()
    expect((await site.get('/readyz')).status).toBe(200)
    expect(await read(profile)).toMatchObject({ status: 200, from: 'stale', html })
    expect(await read(picture)).toMatchObject({ status: 200, html: 'not really an image' })
    site.cms.ail(null)
    expect(await until('/artiklar/tre-somrar-i-hamnen', ({ status }) => status === 200)).toMatchObject({ status: 200 })
  })
})

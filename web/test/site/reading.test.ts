import type { RunningSite } from './running-site'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteUrl } from '../fixture-content'
import { canonicalOf, isHidden, languageOf, linksOf, mainOf, occurrences, readText, scriptsOf, textsOf } from './page-text'
import { startSite } from './running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => site.close())

const alternatesOf = (html: string) => [...html.matchAll(/rel="alternate" hreflang="[^"]*" href="([^"]*)"/g)].map(([, href]) => href)

/** Every kind of page: its address, its language, and the address it wants to be known by. */
const pages: [path: string, language: string, canonical: string | null][] = [
  ['/', 'sv', '/'],
  ['/en', 'en', '/en'],
  ['/artiklar', 'sv', '/artiklar'],
  ['/artiklar?page=2', 'sv', '/artiklar?page=2'],
  ['/artiklar?kind=essay&topic=klarsprak', 'sv', '/artiklar?kind=essay&topic=klarsprak'],
  ['/artiklar?utm_source=brev', 'sv', '/artiklar'],
  ['/en/articles', 'en', '/en/articles'],
  ['/artiklar/hon-lyssnar-efter-lackor', 'sv', '/artiklar/hon-lyssnar-efter-lackor'],
  ['/artiklar/varfor-tar-bygglovet-sa-lang-tid', 'sv', '/artiklar/varfor-tar-bygglovet-sa-lang-tid'],
  ['/artiklar/tre-somrar-i-hamnen', 'sv', '/artiklar/tre-somrar-i-hamnen'],
  ['/en/articles/she-listens-for-leaks', 'en', '/en/articles/she-listens-for-leaks'],
  ['/artiklar/varfor-tar-bygglovet-sa-lang-tid/andringar', 'sv', '/artiklar/varfor-tar-bygglovet-sa-lang-tid/andringar'],
  ['/artiklar/varfor-tar-bygglovet-sa-lang-tid/andringar?version=1', 'sv', null],
  ['/personer/maja-lindqvist', 'sv', '/personer/maja-lindqvist'],
  ['/en/people/maja-lindqvist', 'en', '/en/people/maja-lindqvist'],
  ['/organisationer/vatten-och-avlopp', 'sv', '/organisationer/vatten-och-avlopp'],
  ['/en/organisations/sjovik-kommun', 'en', '/en/organisations/sjovik-kommun'],
  ['/amnen/vatten', 'sv', '/amnen/vatten'],
  ['/en/topics/vatten', 'en', '/en/topics/vatten'],
  ['/om', 'sv', '/om'],
  ['/tillganglighet', 'sv', '/tillganglighet'],
  ['/integritet', 'sv', '/integritet'],
  ['/kommentarsregler', 'sv', '/kommentarsregler'],
  ['/api', 'sv', '/api'],
  ['/en/about', 'en', '/en/about'],
  ['/en/accessibility', 'en', '/en/accessibility'],
  ['/en/privacy', 'en', '/en/privacy'],
  ['/en/comment-rules', 'en', '/en/comment-rules'],
  ['/en/api', 'en', '/en/api'],
]

describe.each(pages)('%s', (path, language, canonical) => {
  it('is a whole page, readable without scripts', async () => {
    const response = await site.get(path)
    const html = await response.text()

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; frame-ancestors 'none';/)
    expect(response.headers.has('x-powered-by')).toBe(false)
    expect(languageOf(html)).toBe(language)
    expect(scriptsOf(html)).toEqual([])
    expect(occurrences(html, '<main')).toBe(1)
    expect(textsOf(mainOf(html), 'h1')).toHaveLength(1)
    expect(canonicalOf(html)).toBe(canonical && siteUrl + canonical)
    expect(isHidden(html)).toBe(canonical === null)
  })

  it('asks no other host', async () => {
    const html = await (await site.get(path)).text()
    const asked = [...html.matchAll(/(?:\ssrc|srcset|<link[^>]+rel="(?:preload|icon|stylesheet)"[^>]+href)="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/,\s*/))

    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(address => !/^\/(?!\/)/.test(address))).toEqual([])
  })

  it('holds structured data that parses', async () => {
    const html = await (await site.get(path)).text()
    for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g))
      expect(JSON.parse(json)).toHaveProperty('@context', 'https://schema.org')
  })
})

describe('the way between languages', () => {
  it.each([
    ['/artiklar/hon-lyssnar-efter-lackor', '/en/articles/she-listens-for-leaks'],
    ['/en/articles/she-listens-for-leaks', '/artiklar/hon-lyssnar-efter-lackor'],
    ['/om', '/en/about'],
    ['/en/topics/vatten', '/amnen/vatten'],
    ['/personer/maja-lindqvist', '/en/people/maja-lindqvist'],
  ])('%s leads to %s, for people and for search engines', async (path, other) => {
    const html = await (await site.get(path)).text()
    const links = linksOf(html)
    expect(links['In English'] ?? links['På svenska']).toBe(other)
    expect(alternatesOf(html)).toContain(`${siteUrl}${other}`)
    expect(alternatesOf(html)).toHaveLength(3)
  })

  it('leads to the front page from an article in one language, and tells search engines of no twin', async () => {
    const html = await (await site.get('/artiklar/tre-somrar-i-hamnen')).text()
    expect(linksOf(html).English).toBe('/en')
    expect(alternatesOf(html)).toEqual([])
  })
})

describe('lists', () => {
  it('pages through with plain links, and keeps the choice', async () => {
    const html = await (await site.get('/artiklar?kind=profile&page=2')).text()
    expect(linksOf(html)).toMatchObject({ Föregående: '/artiklar?kind=profile', Nästa: '/artiklar?kind=profile&page=3' })
    expect(textsOf(html, 'span')).toContain('Sida 2 av 3')
  })

  it('says when a choice fits no text', async () => {
    const html = await (await site.get('/artiklar?kind=essay&topic=vatten')).text()
    expect(readText(mainOf(html))).toContain('Ingen text passar urvalet.')
  })
})

it('is alive without its CMS', async () => {
  const response = await site.get('/healthz')
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
})

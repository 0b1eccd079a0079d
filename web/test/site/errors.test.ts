import type { RunningSite } from './running-site'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { examples, goneSlug, oldSlug } from '../fixture-content'
import { canonicalOf, isHidden, languageOf, linksOf, mainOf, readText, scriptsOf, textsOf } from './page-text'
import { startSite } from './running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterEach(() => site.cms.ail(null))
afterAll(async () => site.close())

async function answer(path: string) {
  const response = await site.get(path)
  return { status: response.status, headers: response.headers, html: await response.text() }
}

describe('an address that leads nowhere', () => {
  it.each([
    ['/finns-inte', 404, 'sv', 'Sidan finns inte'],
    ['/en/nowhere', 404, 'en', 'There is no such page'],
    ['/artiklar/finns-inte', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar/Fel_Slug', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar/%2e%2e%2fhemligt', 404, 'sv', 'Sidan finns inte'],
    ['/en/articles/nowhere', 404, 'en', 'There is no such page'],
    ['/en/articles/hon-lyssnar-efter-lackor', 404, 'en', 'There is no such page'],
    ['/personer/ingen', 404, 'sv', 'Sidan finns inte'],
    ['/organisationer/ingen', 404, 'sv', 'Sidan finns inte'],
    ['/amnen/inget', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar?topic=inget', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar?page=999', 404, 'sv', 'Sidan finns inte'],
    ['/amnen/vatten?page=9', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar/varfor-tar-bygglovet-sa-lang-tid?page=9', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar/varfor-tar-bygglovet-sa-lang-tid/andringar?version=99', 404, 'sv', 'Sidan finns inte'],
    ['/artiklar?page=abc', 400, 'sv', 'Adressen går inte att tolka'],
    ['/artiklar?page=0', 400, 'sv', 'Adressen går inte att tolka'],
    ['/artiklar?page=1&page=2', 400, 'sv', 'Adressen går inte att tolka'],
    ['/artiklar?kind=dikt', 400, 'sv', 'Adressen går inte att tolka'],
    ['/en/articles?topic=%3Cb%3E', 400, 'en', 'The address cannot be read'],
    ['/artiklar/varfor-tar-bygglovet-sa-lang-tid/andringar?version=x', 400, 'sv', 'Adressen går inte att tolka'],
  ])('%s answers %i in %s', async (path, status, language, title) => {
    const { html, ...response } = await answer(path)
    expect(response.status).toBe(status)
    expect(languageOf(html)).toBe(language)
    expect(textsOf(html, 'h1')).toEqual([title])
    expect([scriptsOf(html), canonicalOf(html), isHidden(html)]).toEqual([[], null, true])
    expect(Object.values(linksOf(mainOf(html)))).toContain(language === 'sv' ? '/artiklar' : '/en/articles')
  })

  it('names the key that does not fit', async () => {
    const { html } = await answer('/artiklar?page=abc')
    expect(readText(mainOf(html))).toContain('page: must be a whole number from 1')
  })
})

describe('an article that has left', () => {
  it('answers 410 with the notice and the date when it was withdrawn', async () => {
    const { status, html } = await answer(`/artiklar/${goneSlug}`)
    expect(status).toBe(410)
    expect(textsOf(html, 'h1')).toEqual(['Texten är tillbakadragen'])
    expect(readText(mainOf(html))).toContain(examples.gone.notice)
    expect(readText(mainOf(html))).toContain('Texten drogs tillbaka den 4 maj 2026.')
  })

  it.each([
    [`/artiklar/${oldSlug}`, '/artiklar/hon-lyssnar-efter-lackor'],
    [`/artiklar/${oldSlug}/andringar`, '/artiklar/hon-lyssnar-efter-lackor/andringar'],
  ])('%s leads to %s for good', async (path, location) => {
    const { status, headers } = await answer(path)
    expect([status, headers.get('location')]).toEqual([301, location])
  })
})

describe('a CMS that is ill', () => {
  it.each([
    ['does not answer', '/artiklar', 'cut', 503, 'Texten går inte att hämta just nu'],
    ['answers 500', '/amnen/vatten', 500, 503, 'Texten går inte att hämta just nu'],
    ['answers 503', '/personer/maja-lindqvist', 503, 503, 'Texten går inte att hämta just nu'],
    ['asks for a pause', '/oppenhet', 429, 503, 'Texten går inte att hämta just nu'],
    ['refuses what it should not', '/artiklar/hon-lyssnar-efter-lackor', 401, 500, 'Något gick fel hos oss'],
  ] as const)('that %s', async (_what, path, illness, status, title) => {
    site.cms.ail(illness)
    const { html, ...response } = await answer(path)
    expect(response.status).toBe(status)
    expect(textsOf(html, 'h1')).toEqual([title])
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '60' : null)
  })

  it('leaves the pages kept in git', async () => {
    site.cms.ail('cut')
    expect((await answer('/om')).status).toBe(200)
  })
})

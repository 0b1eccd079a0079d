import type { RunningSite } from './running-site'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftToken } from '../fixture-content'
import { canonicalOf, isHidden, languageOf, linksOf, mainOf, scriptsOf, textsOf } from './page-text'
import { startSite } from './running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => site.close())

/** What holds for every answer of the preview, valid or not: never kept, never found, framed by the admin alone. */
function expectPrivate(headers: Headers): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining(`frame-ancestors ${site.cms.url};`),
  })
}

describe('a preview', () => {
  it('shows the draft, says that it is one, and leads out', async () => {
    const response = await site.get(`/forhandsvisning?token=${draftToken}`)
    const html = await response.text()
    const main = mainOf(html)
    expect(response.status).toBe(200)
    expectPrivate(response.headers)
    expect(textsOf(main, 'aside')[0]).toMatch(/^Förhandsvisning Det här är ett utkast\..*Texten är inte publicerad ännu\.$/)
    expect(textsOf(main, 'h1')).toEqual(['Ett utkast'])
    expect(linksOf(main)['Tillbaka till redigeringen']).toBe(`${site.cms.url}/admin/content-manager/collection-types/api::article.article/draft000000000000000000?plugins%5Bi18n%5D%5Blocale%5D=sv`)
    expect([scriptsOf(html), canonicalOf(html), isHidden(html)]).toEqual([[], null, true])
  })

  it('speaks the language of the draft and leads to what readers see', async () => {
    const html = await (await site.get('/forhandsvisning?token=english')).text()
    expect(languageOf(html)).toBe('en')
    expect(linksOf(mainOf(html))['See the published text']).toBe('/en/articles/she-listens-for-leaks')
  })

  it.each(['', '?token=', '?token=too-old', '?token=%3Cscript%3E', '?token=a&token=b'])('%s is refused with a way on', async (query) => {
    const response = await site.get(`/forhandsvisning${query}`)
    expect([400, 403]).toContain(response.status)
    expectPrivate(response.headers)
    expect(['Förhandsvisningen gäller inte längre', 'Adressen går inte att tolka']).toContain(textsOf(await response.text(), 'h1')[0])
  })
})

import { describe, expect, it } from 'vitest'
import { languages } from '#shared/languages'
import { matchPath } from '#shared/match-path'
import { pathPatterns } from '#shared/paths'

describe('matchPath', () => {
  it.each([
    ['/', 'start', 'sv', {}],
    ['/en', 'start', 'en', {}],
    ['/artiklar/vatten', 'article', 'sv', { slug: 'vatten' }],
    ['/artiklar/vatten/kommentera?svar=abc', 'write', 'sv', { slug: 'vatten' }],
    ['/artiklar/vatten/kommentera/', 'write', 'sv', { slug: 'vatten' }],
    ['/Artiklar/vatten/KOMMENTERA', 'write', 'sv', { slug: 'vatten' }],
    ['/en/articles/water/comments/abc/report#x', 'report', 'en', { slug: 'water', id: 'abc' }],
    ['/min-kommentar/a%2Fb.c', 'sender', 'sv', { token: 'a/b.c' }],
    ['/min-kommentar/%E0%A4', 'sender', 'sv', { token: '%E0%A4' }],
  ])('%s is %s in %s', (address, page, language, parameters) => {
    expect(matchPath(address)).toEqual({ page, language, parameters })
  })

  it.each(['/min-kommentar', '/artiklar/a/b/c', '/__nuxt_error', '/media/bild.png', '//artiklar/a', ''])('%s is no page', (address) => {
    expect(matchPath(address)).toBeNull()
  })

  it('finds every page by its own pattern', () => {
    const all = Object.entries(pathPatterns).flatMap(([page, patterns]) => languages.map(language => ({ page, language, address: patterns[language].replaceAll(/:\w+/g, 'x1') })))
    expect(all.map(({ address }) => matchPath(address)).map(found => found && { page: found.page, language: found.language })).toEqual(all.map(({ page, language }) => ({ page, language })))
  })
})

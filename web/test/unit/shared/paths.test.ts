import { describe, expect, it } from 'vitest'
import { alternatesOfArticle, articlePath, commentAnchor, documentPath, languageOfPath, pagePath, pathPatterns, threadAnchor } from '#shared/paths'

describe('paths', () => {
  it.each([
    [pagePath('start', 'sv'), '/'],
    [pagePath('start', 'en'), '/en'],
    [pagePath('articles', 'sv', { kind: 'essay', topic: null, page: 2 }), '/artiklar?kind=essay&page=2'],
    [pagePath('articles', 'en', { kind: undefined, topic: '' }), '/en/articles'],
    [pagePath('articles', 'sv', { topic: 'a&b=c' }), '/artiklar?topic=a%26b%3Dc'],
    [documentPath('history', 'sv', 'vatten'), '/artiklar/vatten/andringar'],
    [documentPath('history', 'en', 'water', { version: 3 }), '/en/articles/water/changes?version=3'],
    [documentPath('person', 'sv', '../om'), '/personer/..%2Fom'],
    [articlePath({ language: 'en', slug: 'water' }), '/en/articles/water'],
    [articlePath({ language: 'fi', slug: 'vesi' }), '/artiklar/vesi'],
    [`#${commentAnchor('sv', '3.1')}`, '#kommentar-3.1'],
    [`#${commentAnchor('en', '3.1')}`, '#comment-3.1'],
    [threadAnchor('sv'), 'kommentarer'],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected)
  })

  it.each([
    ['/', 'sv'],
    ['/artiklar/engelska', 'sv'],
    ['/en', 'en'],
    ['/en?x=1', 'en'],
    ['/en/articles', 'en'],
    ['/english', 'sv'],
  ])('%s speaks %s', (path, language) => {
    expect(languageOfPath(path)).toBe(language)
  })

  it('gives no two pages one address', () => {
    const all = Object.values(pathPatterns).flatMap(pattern => Object.values(pattern))
    expect(new Set(all).size).toBe(all.length)
  })

  it('keeps every English page under /en', () => {
    const wrong = Object.values(pathPatterns).filter(({ sv, en }) => languageOfPath(en) !== 'en' || languageOfPath(sv) !== 'sv')
    expect(wrong).toEqual([])
  })

  it('knows where an article stands in other languages, and leaves out those that the interface does not speak', () => {
    expect(alternatesOfArticle({ language: 'sv', slug: 'vatten', translations: [{ language: 'en', slug: 'water' }, { language: 'fi', slug: 'vesi' }] }))
      .toEqual({ sv: '/artiklar/vatten', en: '/en/articles/water' })
  })
})

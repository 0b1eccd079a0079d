import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../../host/pages/address'

const page = (key: string, language = 'sv') => ({ kind: 'page', key, language })
const missing = (language: string) => ({ kind: 'missing', key: `404 ${language}`, language })
const own = { kind: 'own' }

describe('an address', () => {
  it.each([
    ['/', page('/')],
    ['/en', page('/en', 'en')],
    ['/en/', page('/en', 'en')],
    ['/artiklar', page('/artiklar')],
    ['/ARTIKLAR/', page('/artiklar')],
    ['/artiklar?', page('/artiklar')],
    ['/artiklar?page=1', page('/artiklar')],
    ['/artiklar?page=2', page('/artiklar?page=2')],
    ['/artiklar?utm_source=brev&fbclid=1', page('/artiklar')],
    ['/artiklar?topic=vatten&page=2&kind=essay&x=1', page('/artiklar?page=2&kind=essay&topic=vatten')],
    ['/artiklar?kind=essay&topic=vatten&page=2', page('/artiklar?page=2&kind=essay&topic=vatten')],
    ['/en/articles?kind=profile', page('/en/articles?kind=profile', 'en')],
    ['/artiklar/en-text', page('/artiklar/en-text')],
    ['/artiklar/%65n-text', page('/artiklar/en-text')],
    ['/artiklar/en-text?version=2', page('/artiklar/en-text')],
    ['/artiklar/en-text/andringar?version=2', page('/artiklar/en-text/andringar?version=2')],
    ['/artiklar/en-text/kommentarer/abcdefgh12345678', page('/artiklar/en-text/kommentarer/abcdefgh12345678')],
    ['/artiklar/en-text?kommentar=mottagen', own],
    ['/en/articles/a-text?comment=published', own],
    ['/artiklar/en-text?kommentar=annat', page('/artiklar/en-text')],
    ['/artiklar?page=abc', own],
    ['/artiklar?page=1&page=2', own],
    ['/artiklar?kind=dikt', own],
    ['/artiklar?topic=%3Cb%3E', own],
    ['/forhandsvisning?token=a', own],
    ['/artiklar/en-text/kommentera', own],
    ['/artiklar/en-text/kommentarer/abcdefgh12345678/anmal', own],
    ['/min-kommentar/token', own],
    ['/mina-uppgifter', own],
    ['/mina-uppgifter/token', own],
    ['/om', page('/om')],
    ['/artiklar/Fel_Slug', missing('sv')],
    ['/artiklar/%2e%2e%2fhemligt', missing('sv')],
    ['/artiklar/%E0%A4%A', missing('sv')],
    ['/artiklar/en-text/kommentarer/nej', missing('sv')],
    ['/en/nowhere?x=1', missing('en')],
    ['/api/start', missing('sv')],
    ['/__nuxt_error', missing('sv')],
    ['http://annan.example/', missing('sv')],
    ['*', missing('sv')],
    ['', missing('sv')],
  ])('%s', (url, expected) => {
    expect(readAddress(url)).toEqual(expected)
  })

  it('is its own address, whatever was asked', () => {
    const piece = fc.constantFrom('/', 'artiklar', 'en', 'articles', 'en-text', 'andringar', '?', '&', '=', 'page', 'kind', 'topic', 'version', '2', '1', 'essay', 'vatten', '%20', '%', 'utm_source', 'a')
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map(pieces => `/${pieces.join('')}`), (url) => {
      const address = readAddress(url)
      if (address.kind === 'page')
        expect(readAddress(address.key)).toEqual(address)
    }), { numRuns: 2_000 })
  })

  it('never becomes a page by keys that the page does not know', () => {
    fc.assert(fc.property(fc.webQueryParameters(), fc.constantFrom('/', '/om', '/en', '/personer/maja'), (query, path) => {
      const address = readAddress(`${path}?${query}`)
      expect(address).toEqual(page(path, path === '/en' ? 'en' : 'sv'))
    }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkUrlPattern } from '../src/index.js'

const site = 'https://klartext.example'

describe('the address of a link', () => {
  it.each([
    'https://sjovik.example/',
    'HTTP://sjovik.example',
    'mailto:bygglov@sjovik.example',
    'tel:+46101234500',
    '/artiklar/hon-lyssnar-efter-lackor?x=1#y',
    '/',
    '#vad-vi-andrar',
    'https://sjovik.example/räksmörgås ett',
  ])('may be %j', (url) => {
    expect(url).toMatch(linkUrlPattern)
  })

  it.each([
    '',
    'artiklar/x',
    'https:sjovik.example',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'https://sjovik.example/\u0000',
    'https://sjovik.example/\n',
  ])('may not be %j', (url) => {
    expect(url).not.toMatch(linkUrlPattern)
  })

  it('never runs a script, and a path never leaves the site', () => {
    const anyUrl = fc.string({ unit: fc.constantFrom(...'/\\#:.?@ \t\n\r\0ax'.split(''), 'https:', 'javascript:', 'mailto:', 'evil.example') })
    fc.assert(fc.property(anyUrl, (url) => {
      fc.pre(linkUrlPattern.test(url) && URL.canParse(url, site))
      const { protocol, origin } = new URL(url, site)
      expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(protocol)
      if (/^[/#]/.test(url))
        expect(origin).toBe(site)
    }))
  })
})

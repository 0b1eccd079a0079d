import { describe, expect, it } from 'vitest'
import { toSitePaths } from '../../../../server/cms/site-addresses'

const site = 'https://klartext.example'

describe('toSitePaths', () => {
  it.each([
    [{ url: `${site}/artiklar/a?x=1#b` }, { url: '/artiklar/a?x=1#b' }],
    [{ url: site }, { url: '/' }],
    [{ src: `${site}/media/a.avif` }, { src: '/media/a.avif' }],
    [{ sources: [{ src: `${site}/media/a_240.avif` }] }, { sources: [{ src: '/media/a_240.avif' }] }],
    [{ url: 'https://klartext.example.annan.se/x' }, { url: 'https://klartext.example.annan.se/x' }],
    [{ url: 'https://annan.example/' }, { url: 'https://annan.example/' }],
    [{ url: 'mailto:a@klartext.example' }, { url: 'mailto:a@klartext.example' }],
    [{ links: { self: `${site}/x` } }, { links: { self: `${site}/x` } }],
    [{ text: `${site}/media/a.avif` }, { text: `${site}/media/a.avif` }],
    [{ bodyHtml: `<p><a href="${site}/om">${site}/om</a> <img src="${site}/media/a.avif" alt=""></p>` }, { bodyHtml: `<p><a href="/om">${site}/om</a> <img src="/media/a.avif" alt=""></p>` }],
    [{ bioHtml: '<a href="https://annan.example/">x</a>' }, { bioHtml: '<a href="https://annan.example/">x</a>' }],
    [{ url: null, src: undefined, children: null }, { url: null, src: undefined, children: null }],
  ])('%o', (value, expected) => {
    expect(toSitePaths(value, site)).toEqual(expected)
  })

  it('leaves what it was given as it was', () => {
    const value = { url: `${site}/a` }
    toSitePaths(value, site)
    expect(value.url).toBe(`${site}/a`)
  })
})

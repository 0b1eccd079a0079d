import type { StoredResponse } from '@klartext/tag-cache'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { drawFirstPages } from '../../../../host/pages/first-pages'

/** A cache over pages that are known by what they link to; a page that is not among them cannot be drawn. */
function cacheOf(links: Record<string, string[]>, onDrawn = (_key: string) => {}) {
  const drawn: string[] = []
  return {
    drawn,
    refresh: async (key: string) => {
      drawn.push(key)
      onDrawn(key)
      return key in links
    },
    peek: (key: string) => response((links[key] ?? []).map(link => `<a class="x" href="${link}">`).join('\n')),
  }
}

function response(html: string): StoredResponse {
  const variant = { body: Buffer.from(html), headers: {}, notModifiedHeaders: {}, etag: '' }
  return { status: 200, tags: [], lastModified: null, isDense: false, identity: variant }
}

const never = new AbortController().signal

describe('the first pages', () => {
  it('are the start pages, then what they link to, outward', async () => {
    const cache = cacheOf({ '/': ['/om', '/artiklar/a'], '/en': ['/en/about'], '/om': ['/integritet'], '/artiklar/a': [], '/en/about': [], '/integritet': [] })
    await drawFirstPages(cache, 30, never)
    expect(cache.drawn).toEqual(['/', '/en', '/om', '/artiklar/a', '/en/about', '/integritet'])
  })

  it('are each drawn once, under the one address that stands for all', async () => {
    const cache = cacheOf({ '/': ['/', '/om', '/om#rubrik', '/om?utm_source=brev', '/artiklar?sida=2&amp;page=2'], '/en': ['/om'], '/om': ['/'], '/artiklar?page=2': [] })
    await drawFirstPages(cache, 30, never)
    expect(cache.drawn).toEqual(['/', '/en', '/om', '/artiklar?page=2'])
  })

  it('are no forms, pictures or pages of others', async () => {
    const cache = cacheOf({ '/': ['/mina-uppgifter', '/artiklar/a/kommentera', '/media/bild.avif', '/finns-inte', 'https://example.org/om', '#innehall'], '/en': [] })
    await drawFirstPages(cache, 30, never)
    expect(cache.drawn).toEqual(['/', '/en'])
  })

  it.each([[0, []], [1, ['/']], [3, ['/', '/en', '/om']]])('are %i at most', async (most, expected) => {
    const cache = cacheOf({ '/': ['/om', '/integritet'], '/en': [], '/om': [], '/integritet': [] })
    await drawFirstPages(cache, most, never)
    expect(cache.drawn).toEqual(expected)
  })

  it('end with one that cannot be drawn', async () => {
    const cache = cacheOf({ '/': ['/om', '/integritet'], '/en': [] })
    await drawFirstPages(cache, 30, never)
    expect(cache.drawn).toEqual(['/', '/en', '/om'])
  })

  it('end with their signal', async () => {
    const ending = new AbortController()
    const cache = cacheOf({ '/': ['/om'], '/en': [], '/om': [] }, key => key === '/en' && ending.abort())
    await drawFirstPages(cache, 30, ending.signal)
    expect(cache.drawn).toEqual(['/', '/en'])
  })
})

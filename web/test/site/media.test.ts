import type { RunningSite } from './running-site'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { uploadName } from '../fixture-content'
import { startSite } from './running-site'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterEach(() => site.cms.ail(null))
afterAll(async () => site.close())

describe('/media', () => {
  it('hands on an image under the site\'s own name', async () => {
    const response = await site.get(`/media/${uploadName}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('not really an image')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/avif',
      'content-length': '19',
      'etag': '"fixture"',
      'last-modified': 'Tue, 10 Feb 2026 06:00:00 GMT',
      'cache-control': expect.stringContaining('max-age=3600'),
      'content-security-policy': expect.stringContaining('default-src \'none\''),
      'x-content-type-options': 'nosniff',
    })
  })

  it('answers HEAD without the bytes', async () => {
    const response = await site.get(`/media/${uploadName}`, { method: 'HEAD' })
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '19', ''])
  })

  it('says when a browser\'s copy still holds', async () => {
    const response = await site.get(`/media/${uploadName}`, { headers: { 'if-none-match': '"fixture"' } })
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, '"fixture"', ''])
  })

  it.each([
    'finns-inte.avif',
    'sida.html',
    'skript.js',
    'bild.avif.html',
    '.avif',
    '..%2f..%2fapi%2fv1%2farticles',
    '%2e%2e%2fhemligt.png',
    'http:%2f%2fannan.example%2fbild.png',
    'bild.png%3fx=1',
    'bild.png%23x.png',
    'katalog/bild.png',
    `${'a'.repeat(250)}.png`,
    '%00.png',
  ])('does not know %s', async (name) => {
    expect((await site.get(`/media/${name}`)).status).toBe(404)
  })

  it('asks the CMS for nothing but uploads', async () => {
    const asked = site.cms.requests.filter(request => !request.includes('/api/v1/changes'))
    expect(asked.filter(request => !/^(?:GET|HEAD) \/uploads\/[\w.-]+$/.test(request))).toEqual([])
  })

  it('takes no writing', async () => {
    expect((await site.get(`/media/${uploadName}`, { method: 'POST' })).status).toBe(404)
  })

  it('says 503 when the CMS is silent and the image is not kept', async () => {
    site.cms.ail('cut')
    expect((await site.get('/media/never-seen.avif')).status).toBe(503)
  })
})

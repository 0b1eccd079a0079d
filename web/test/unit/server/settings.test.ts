import { describe, expect, it } from 'vitest'
import { parseSettings } from '../../../server/settings'

describe('parseSettings', () => {
  it.each([
    [{}, { siteUrl: 'http://localhost:3000', cmsUrl: 'http://localhost:1337', cmsInternalUrl: 'http://localhost:1337', siteKey: null, proxyHops: 0 }],
    [{ WEB_PORT: '4000', CMS_PORT: '4001' }, { siteUrl: 'http://localhost:4000', cmsUrl: 'http://localhost:4001', cmsInternalUrl: 'http://localhost:4001', siteKey: null, proxyHops: 0 }],
    [{ SITE_URL: 'https://klartext.example/', CMS_URL: 'https://cms.example', CMS_INTERNAL_URL: 'http://cms:1337/' }, { siteUrl: 'https://klartext.example', cmsUrl: 'https://cms.example', cmsInternalUrl: 'http://cms:1337', siteKey: null, proxyHops: 0 }],
    [{ SITE_KEY: 'k', PROXY_HOPS: '2' }, { siteUrl: 'http://localhost:3000', cmsUrl: 'http://localhost:1337', cmsInternalUrl: 'http://localhost:1337', siteKey: 'k', proxyHops: 2 }],
    [{ SITE_URL: '', CMS_URL: '', CMS_INTERNAL_URL: '' }, { siteUrl: 'http://localhost:3000', cmsUrl: 'http://localhost:1337', cmsInternalUrl: 'http://localhost:1337', siteKey: null, proxyHops: 0 }],
  ])('%o', (environment, expected) => {
    expect(parseSettings(environment)).toEqual(expected)
  })

  it.each([
    [{ SITE_URL: 'klartext.example' }, /SITE_URL must be a whole address/],
    [{ CMS_URL: 'ftp://cms.example' }, /CMS_URL must start with http/],
  ])('refuses %o and names it', (environment, message) => {
    expect(() => parseSettings(environment)).toThrow(message)
  })
})

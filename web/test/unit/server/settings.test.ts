import { resolve } from 'node:path'
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
    expect(parseSettings(environment)).toMatchObject(expected)
  })

  it.each([
    [{}, { host: '127.0.0.1', port: 3000, dataDir: resolve('.data/web'), cacheBytes: 268_435_456, imageBytes: 1_073_741_824, metricsToken: null }],
    [{ HOST: '::', WEB_PORT: '4000', DATA_DIR: '/data' }, { host: '::', port: 4000, dataDir: '/data/web' }],
    [{ PORT: '3000', WEB_PORT: '4000', DATA_DIR: '/data', WEB_DATA_DIR: '/data/web-2' }, { port: 3000, dataDir: '/data/web-2' }],
    [{ WEB_CACHE_BYTES: '0', WEB_IMAGE_BYTES: '5', METRICS_TOKEN: 't' }, { cacheBytes: 0, imageBytes: 5, metricsToken: 't' }],
  ])('%o makes the server %o', (environment, expected) => {
    expect(parseSettings(environment)).toMatchObject(expected)
  })

  it.each([
    [{ WEB_CACHE_BYTES: '256 MB' }, /WEB_CACHE_BYTES must be a number of bytes/],
    [{ PORT: 'x' }, /PORT must be a port/],
    [{ SITE_URL: 'klartext.example' }, /SITE_URL must be a whole address/],
    [{ CMS_URL: 'ftp://cms.example' }, /CMS_URL must start with http/],
  ])('refuses %o and names it', (environment, message) => {
    expect(() => parseSettings(environment)).toThrow(message)
  })
})

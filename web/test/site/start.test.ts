import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { spawnSite } from './running-site'

describe('a setting that cannot be', () => {
  it.each([
    [{ SITE_URL: 'klartext.example' }, 'SITE_URL must be a whole address'],
    [{ CMS_URL: 'ftp://cms.example' }, 'CMS_URL must start with http:// or https://'],
  ])('%o ends the start with one sentence', async (settings, sentence) => {
    const child = spawnSite({ ...settings, HOST: '127.0.0.1', PORT: '0' })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += String(chunk)
    })
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(said).toContain(`web cannot start: ${sentence}`)
  })
})

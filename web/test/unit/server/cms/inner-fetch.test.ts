import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { innerFetch } from '../../../../server/cms/inner-fetch'

// a name that resolves nowhere: following it would fail
const publicUrl = 'http://cms.invalid'

const server = createServer((request, response) => {
  const location = { '/absolute': `${publicUrl}/new?a=1`, '/relative': '/new?a=1', '/loop': '/loop' }[request.url ?? '']
  if (location)
    response.writeHead(301, { location }).end()
  else
    response.end(request.url)
})
let innerUrl = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  innerUrl = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.close()
})

describe('innerFetch', () => {
  it.each([
    ['/here', '/here'],
    ['/absolute', '/new?a=1'],
    ['/relative', '/new?a=1'],
  ])('%s ends at %s, on the inner name', async (path, text) => {
    expect(await (await innerFetch(publicUrl, innerUrl)(innerUrl + path)).text()).toBe(text)
  })

  it('follows one redirect and no more', async () => {
    await expect(innerFetch(publicUrl, innerUrl)(`${innerUrl}/loop`)).rejects.toThrow('fetch failed')
  })
})

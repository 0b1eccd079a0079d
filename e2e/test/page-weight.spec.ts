import { brotliCompressSync, constants } from 'node:zlib'
import { createClient } from '@klartext/client'
import { expect, test } from '../stack/test'

const brotli = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** The first flight of a connection: ten packets of about 1,460 bytes, less what the headers take. */
const firstFlight = 14_000

test('the long essay with its thread and render-blocking CSS fits a first flight', async ({ exampleSite }) => {
  const client = createClient({ baseUrl: exampleSite.cmsUrl })
  const { items } = await client.articles.list({ kind: 'essay', limit: 100 })
  const essay = items.toSorted((a, b) => b.commentCount - a.commentCount)[0]
  if (!essay)
    throw new Error('The example content has no essay.')
  const { url } = essay
  expect(essay.commentCount).toBeGreaterThanOrEqual(14)
  const html = await (await fetch(url)).text()
  const sheets = [...html.matchAll(/<link [^>]+>/g)].map(([tag]) => tag).filter(tag => tag.includes('rel="stylesheet"')).map(tag => /href="([^"]+)"/.exec(tag)?.[1] ?? '')
  const css = await Promise.all(sheets.map(async href => (await fetch(new URL(href, url))).text()))
  const bytes = [html, ...css].map(brotli).reduce((sum, size) => sum + size, 0)
  test.info().annotations.push({ type: 'bytes', description: `${bytes} brotli (${html.length} of HTML before), ${sheets.length} sheets` })
  console.log(`long essay: ${bytes} bytes brotli, ${html.length} characters of HTML, ${sheets.length} style sheets`)
  expect(bytes).toBeLessThanOrEqual(firstFlight)
})

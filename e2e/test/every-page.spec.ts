import type { CrawledPage } from '../stack/crawl'
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { crawl } from '../stack/crawl'
import { expect, test } from '../stack/test'

const vnuJar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')

let pages: CrawledPage[]
test.beforeAll(async ({ exampleSite }) => {
  pages = await crawl(exampleSite.siteUrl, ['/', '/en', '/finns-inte', '/en/not-there'])
  // the example content has at least this many: a crawl that finds a handful has lost its way
  expect(pages.length).toBeGreaterThan(60)
})

test('every link of the site leads to a page', () => {
  const lost = pages.filter(page => page.status !== 200 && !['/finns-inte', '/en/not-there'].includes(page.path))
  expect(lost.map(page => `${page.status} ${page.path}`)).toEqual([])
})

test('no page carries a script or an event attribute', () => {
  for (const { path: address, html } of pages) {
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter(tag => !tag.includes('application/ld+json'))
    expect(scripts, address).toEqual([])
    expect(html, address).not.toMatch(/\son[a-z]+="/)
    expect(html, address).not.toContain('modulepreload')
  }
})

test('the Nu HTML checker finds no error in any page', async () => {
  test.setTimeout(600_000)
  const folder = test.info().outputPath('html')
  await mkdir(folder, { recursive: true })
  const names = new Map<string, string>()
  for (const [index, { path: address, html }] of pages.entries()) {
    names.set(`${index}.html`, address)
    await writeFile(path.join(folder, `${index}.html`), html)
  }
  const report = await promisify(execFile)('java', ['-jar', vnuJar, '--errors-only', '--format', 'json', '--exit-zero-always', folder], { maxBuffer: 64 * 1024 * 1024 })
  const { messages }: { messages: { url: string, message: string, extract?: string }[] } = JSON.parse(report.stderr || '{"messages":[]}')
  expect(messages.map(({ url, message, extract }) => `${names.get(path.basename(url))}: ${message} ${extract ?? ''}`)).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`axe finds nothing in any page, ${width} px, ${colorScheme}; no page asks another host or scrolls sideways`, async ({ browser, exampleSite }) => {
      test.setTimeout(900_000)
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, locale: 'sv-SE' })
      const elsewhere: string[] = []
      const scripts: string[] = []
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (url.origin !== exampleSite.siteUrl && url.protocol !== 'data:')
          elsewhere.push(request.url())
        if (request.resourceType() === 'script')
          scripts.push(request.url())
      })
      const page = await context.newPage()
      const faults: string[] = []
      for (const { path: address } of pages) {
        await page.goto(exampleSite.siteUrl + address)
        const { violations } = await new AxeBuilder({ page }).analyze()
        faults.push(...violations.map(({ id, nodes }) => `${address}: ${id} ${nodes.map(node => node.html).slice(0, 3).join(' | ')}`))
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (overflow > 0)
          faults.push(`${address}: ${overflow} px wider than the window`)
      }
      await context.close()
      expect(faults).toEqual([])
      expect(elsewhere).toEqual([])
      expect(scripts).toEqual([])
    })
  }
}

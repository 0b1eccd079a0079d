import type { Browser } from '@playwright/test'
import type { CrawledPage } from '../stack/crawl'
import type { Stack } from '../stack/stack'
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { crawl } from '../stack/crawl'
import { pagesWithAllMarkup } from '../stack/markup'
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
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter(tag => !/"(?:application\/ld\+json|speculationrules)"/.test(tag))
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

const everywhere = { colorScheme: 'light', width: 360 } as const
const elsewhere = [{ colorScheme: 'dark', width: 360 }, { colorScheme: 'light', width: 1440 }, { colorScheme: 'dark', width: 1440 }] as const

test('axe finds nothing in any page, 360 px, light; no page asks another host or scrolls sideways', async ({ browser, exampleSite }) => {
  test.setTimeout(600_000)
  expect(await faultsOf(browser, exampleSite, pages, everywhere)).toEqual([])
})

test('axe finds nothing in pages that show every sort of element, 360 and 1440 px, light and dark', async ({ browser, exampleSite, page }) => {
  test.setTimeout(600_000)
  const telling = await pagesWithAllMarkup(page, pages)
  expect(telling.length).toBeGreaterThan(15)
  for (const look of elsewhere)
    expect(await faultsOf(browser, exampleSite, telling, look), `${look.width} px, ${look.colorScheme}`).toEqual([])
})

async function faultsOf(browser: Browser, { siteUrl }: Stack, visited: CrawledPage[], { colorScheme, width }: { colorScheme: 'light' | 'dark', width: number }): Promise<string[]> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, locale: 'sv-SE' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if ((url.origin !== siteUrl && url.protocol !== 'data:') || request.resourceType() === 'script')
      faults.push(`${page.url()} asks for ${request.url()}`)
  })
  for (const { path: address } of visited) {
    await page.goto(siteUrl + address)
    // no page has a frame: one call in the page itself takes half the time of the way that looks into frames
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    faults.push(...violations.map(({ id, nodes }) => `${address}: ${id} ${nodes.map(node => node.html).slice(0, 3).join(' | ')}`))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 0)
      faults.push(`${address}: ${overflow} px wider than the window`)
  }
  await context.close()
  return faults
}

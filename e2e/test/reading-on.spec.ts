import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { expect, test } from '../stack/test'

const essay = '/artiklar/gangbanan-forst'
const profile = '/artiklar/hon-plogar-innan-sjovik-vaknar'

/** What the browser tells of how it came to the page. */
const arrival = (page: Page) => page.evaluate(() => performance.getEntriesByType('navigation').map(entry => 'deliveryType' in entry ? entry.deliveryType : null)[0])

test('the next page is fetched while the pointer rests on its link, and a click shows it; no form is, and nothing on the page itself', async ({ page, exampleSite }) => {
  const ahead: string[] = []
  page.on('request', request => request.headers()['sec-purpose']?.startsWith('prefetch') && ahead.push(new URL(request.url()).pathname))
  await page.goto(exampleSite.siteUrl + essay)
  for (const selector of ['.ways a >> nth=0', '.ways a >> nth=1', '.contents a >> nth=0', '.number >> nth=0']) {
    // a link that is pressed is fetched at once; let go elsewhere, it is not followed
    await page.locator(selector).hover()
    await page.mouse.down()
    await page.mouse.move(1, 1)
    await page.mouse.up()
  }
  const link = page.getByRole('link', { name: 'Alla texter' })
  const fetched = page.waitForRequest(request => request.headers()['sec-purpose']?.startsWith('prefetch') ?? false)
  await link.hover()
  expect((await (await fetched).response())?.status()).toBe(200)
  expect(ahead).toEqual(['/artiklar'])
  await link.click()
  await page.waitForURL('**/artiklar')
  expect(await arrival(page)).toBe('navigational-prefetch')
})

test('going back shows every sort of page for reading as it was left', async ({ exampleSite }) => {
  const browser = await withPagesKept()
  const page = await browser.newPage()
  for (const path of ['/', essay, profile, '/personer/elsa-rinnefors', '/om']) {
    await page.goto(exampleSite.siteUrl + path)
    await page.evaluate(() => addEventListener('pageshow', event => document.body.dataset.kept = String(event.persisted)))
    await page.locator('.colophon a').last().click()
    await page.waitForURL('**/api')
    await page.evaluate(() => history.back())
    await expect(page.locator('body'), path).toHaveAttribute('data-kept', 'true')
  }
  await browser.close()
})

/** Playwright's own browsers forget the page that was left. */
const withPagesKept = (): Promise<Browser> => chromium.launch({ ...test.info().project.use.launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] })

for (const width of [360, 768, 1440]) {
  test(`nothing moves when the font is late, ${width} px`, async ({ browser, exampleSite }) => {
    for (const path of ['/', essay, profile, '/personer/elsa-rinnefors', '/om']) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'sv-SE' })
      const page = await context.newPage()
      let release = () => {}
      const late = new Promise<void>((resolve) => {
        release = resolve
      })
      await page.route('**/*.woff2', async (route) => {
        await late
        await route.continue()
      })
      await page.goto(exampleSite.siteUrl + path, { waitUntil: 'commit' })
      await seen(page, 'paint', 'first-contentful-paint')
      const arrived = page.waitForEvent('requestfinished', request => request.url().endsWith('.woff2'))
      release()
      await arrived
      await page.evaluate(() => document.fonts.ready)
      expect(await page.evaluate(movedSoFar), path).toEqual([])
      await context.close()
    }
  })
}

test('the first picture is fetched at once, in a size that fits and in AVIF; what stands below comes when it is near', async ({ browser, exampleSite }) => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, locale: 'sv-SE' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => request.resourceType() === 'image' && request.url().includes('/media/') && asked.push(request.url().replace(/.*_/, '')))
  await page.goto(exampleSite.siteUrl + essay)
  expect(asked.sort()).toEqual(['240.avif', '720.avif'])
  await expect(page.locator('.essay-opening > figure img')).toHaveAttribute('fetchpriority', 'high')
  await expect(page.locator('.infographic img')).toHaveJSProperty('loading', 'lazy')
  // a picture with several types stands where one with a single file would
  const left = (selector: string) => page.locator(selector).evaluate(element => element.getBoundingClientRect().left)
  expect(await left('.byline img')).toBe(await left('h1'))
  const infographic = page.waitForResponse(response => response.url().includes('/media/rojningstider'))
  await page.locator('.infographic img').scrollIntoViewIfNeeded()
  expect((await infographic).headers()['content-type']).toBe('image/avif')
  await context.close()
})

const seen = (page: Page, type: string, name: string) => page.evaluate(([type, name]) => new Promise<void>((resolve) => {
  new PerformanceObserver(list => list.getEntries().some(entry => entry.name === name) && resolve()).observe({ type, buffered: true })
}), [type, name] as const)

/** Runs in the browser, after what was painted last: what has moved without being asked to. */
function movedSoFar(): Promise<string[]> {
  return new Promise((resolve) => {
    const moved: string[] = []
    new PerformanceObserver(list => moved.push(...list.getEntries().map(entry => JSON.stringify(entry)))).observe({ type: 'layout-shift', buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(moved))))
  })
}

import type { Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { signInToApi } from '../stack/admin-api'
import { approveAll } from '../stack/moderation'
import { expect, test } from '../stack/test'

const article = '/artiklar/gangbanan-forst'
const question = 'Hur många kilometer gångbana skottas först, och vem bestämde ordningen?'

/**
 * Holds a state to axe, with what it names where it is not content, and to the width of the window. axe waits by timers, which do not
 * run where scripts are off: it looks at the same HTML in a window of its own.
 */
async function expectAccessible(page: Page, state: string): Promise<void> {
  const colorScheme = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light'
  const body = await page.content()
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize(), colorScheme })
  if (!context)
    throw new Error('The page has no browser.')
  const twin = await context.newPage()
  await twin.route(page.url().replace(/#.*/, ''), route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await twin.goto(page.url())
  const { violations } = await new AxeBuilder({ page: twin }).analyze()
  expect(violations.map(({ id, nodes }) => `${state}: ${id} ${nodes.map(node => node.html).slice(0, 3).join(' | ')}`)).toEqual([])
  expect(await twin.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${state} is wider than the window`).toBeLessThanOrEqual(0)
  await context.close()
}

for (const [width, colorScheme] of [[320, 'light'], [1440, 'dark']] as const) {
  test(`without scripts a reader asks, is told what is wrong, looks, confirms and is thanked; ${width} px, ${colorScheme}`, async ({ browser, dialogueSite: stack }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 }, colorScheme, locale: 'sv-SE' })
    const page = await context.newPage()
    const text = `${question} (${width})`

    await page.goto(stack.siteUrl + article)
    await page.getByLabel('E-post').fill('birgitta@')
    await page.getByLabel('Kommentar', { exact: true }).fill(text)
    await page.getByLabel('Det här är en fråga').check()
    await page.getByRole('button', { name: 'Se hur den blir' }).click()

    await expect(page).toHaveTitle(/^Fel: /)
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.getByLabel('Kommentar', { exact: true })).toHaveValue(text)
    await expect(page.getByLabel('Namn')).toHaveAccessibleDescription(/^Skriv ett namn\./)
    await expect(page.getByLabel('E-post')).toHaveAccessibleDescription(/^E-postadressen ser inte hel ut\./)
    await expectAccessible(page, 'errors')

    await page.getByRole('alert').getByRole('link', { name: /^Skriv ett namn/ }).click()
    await expect(page.getByLabel('Namn')).toBeFocused()
    await page.getByLabel('Namn').fill('Birgitta S.')
    await page.getByLabel('E-post').fill('birgitta@sjovik.example')
    await page.getByRole('button', { name: 'Se hur den blir' }).click()

    await expect(page).toHaveTitle(/^Granska din kommentar/)
    await expect(page.getByRole('article')).toContainText(text)
    await expectAccessible(page, 'preview')
    await page.getByRole('button', { name: 'Ändra' }).click()
    await expect(page.getByLabel('Kommentar', { exact: true })).toHaveValue(text)
    await expectAccessible(page, 'change')
    await page.getByRole('button', { name: 'Se hur den blir' }).click()
    await page.getByRole('button', { name: 'Skicka kommentaren' }).click()

    await expect(page).toHaveTitle(/^Tack, din kommentar har kommit in/)
    await expect(page).toHaveURL(`${stack.siteUrl}${article}?kommentar=mottagen#kvitto`)
    await expect(page.getByRole('status')).toBeFocused()
    await expect(page.getByText(text)).toHaveCount(0)
    await expectAccessible(page, 'receipt')

    await approveAll(await signInToApi(stack, stack.admin))
    await page.goto(stack.siteUrl + article)
    await expect(page.locator('.thread')).toContainText(text)
    await expectAccessible(page, 'article')
    await context.close()
  })
}

test('by keyboard alone a reader answers a comment and reports another', async ({ browser, dialogueSite: stack }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' })
  const page = await context.newPage()
  /** Tabs on until the element with this name has the focus. */
  const tabTo = async (name: string | RegExp) => {
    const target = page.getByRole('link', { name }).or(page.getByRole('button', { name })).or(page.getByRole('textbox', { name })).or(page.getByRole('radio', { name })).or(page.getByRole('checkbox', { name })).first()
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press('Tab')
      if (await target.evaluate(element => element === document.activeElement))
        return
    }
    throw new Error(`${String(name)} cannot be reached with the Tab key`)
  }

  await page.goto(stack.siteUrl + article)
  await tabTo('Svara på 2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Du svarar på kommentar 2')
  await expectAccessible(page, 'reply')
  await tabTo('Namn')
  await page.keyboard.type('Sixten')
  await tabTo('Kommentar')
  await page.keyboard.type('Det undrar jag också.')
  await tabTo('Se hur den blir')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/^Granska din kommentar/)
  await tabTo('Skicka kommentaren')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toBeFocused()

  await page.goto(stack.siteUrl + article)
  await tabTo('Anmäl')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/^Anmäl kommentar/)
  await expectAccessible(page, 'report')
  await tabTo('Skicka anmälan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await expectAccessible(page, 'report with errors')
  await tabTo('Hot')
  await page.keyboard.press('ArrowDown')
  await tabTo('Förklara varför')
  await page.keyboard.type('Det här stämmer inte.')
  await tabTo(/^Det jag skriver är riktigt/)
  await page.keyboard.press('Space')
  await tabTo('Skicka anmälan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toBeFocused()
  await expect(page.getByText(/Anmälans nummer: [A-Z0-9]{4}-[A-Z0-9]{4}/)).toBeVisible()
  await expectAccessible(page, 'report receipt')
  await context.close()
})

test('no page of the dialogue is kept by anybody', async ({ dialogueSite: stack }) => {
  for (const path of [`${article}/kommentera`, `${article}?kommentar=mottagen`, '/mina-uppgifter', '/min-kommentar/fel.lank', '/mina-uppgifter/fel.lank'])
    expect((await fetch(stack.siteUrl + path)).headers.get('cache-control'), path).toBe('private, no-store')
})

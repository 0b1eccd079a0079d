import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { signInToApi } from '../stack/admin-api'
import { approveAll } from '../stack/moderation'
import { repository } from '../stack/stack'
import { expect, test } from '../stack/test'

const file = path.resolve(repository, '../shared/data/xss-payloads.txt')
const article = '/artiklar/fraga-14-b-ska-bort'
const form = `${article}/kommentera`
const longestName = 80

/** As the CMS keeps a text: line breaks and runs of space fold on the page, and what cannot be seen is left out. */
const folded = (text: string) => text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').replaceAll(/\s+/g, ' ').trim()

test('what tries to run stands as it was typed, as name and as text, before it is sent and once it is public @long', async ({ browser, dialogueSite: stack }) => {
  test.skip(!existsSync(file), 'the strings that try to run are kept beside the repository')
  test.setTimeout(900_000)
  const send = (fields: Record<string, string>) => fetch(stack.siteUrl + form, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  const payloads = [...new Set(readFileSync(file, 'utf8').split('\n').map(line => line.trim()).filter(line => line !== ''))]
  expect(payloads.length).toBeGreaterThan(400)

  const context = await browser.newContext({ locale: 'sv-SE' })
  const ran: string[] = []
  context.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch((error: unknown) => ran.push(String(error)))
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== stack.siteUrl || request.resourceType() === 'script')
      ran.push(`request: ${request.url()}`)
  })
  const page = await context.newPage()
  const wrong: string[] = []

  let body = ''
  let status = 0
  await page.route(`${stack.siteUrl}${form}`, route => route.fulfill({ status, body, contentType: 'text/html; charset=utf-8' }))
  for (const payload of payloads) {
    const isName = payload.length <= longestName
    const sent = await send({ name: payload, text: payload })
    status = sent.status
    body = await sent.text()
    if (status !== (isName ? 200 : 400))
      wrong.push(`${status} for ${payload}`)
    await page.goto(stack.siteUrl + form)
    const shown = await page.evaluate(() => ({
      name: document.querySelector<HTMLInputElement>('[name=name]')?.value,
      text: document.querySelector<HTMLInputElement>('[name=text]')?.value,
      seen: document.querySelector('.preview .comment')?.textContent ?? '',
      forms: document.forms.length,
    }))
    if (shown.name !== payload || shown.text !== payload || shown.forms !== 1)
      wrong.push(`${payload} comes back as ${JSON.stringify(shown)}`)
    if (isName && folded(shown.seen).split(folded(payload)).length < 3)
      wrong.push(`${payload} looks like ${shown.seen}`)
    const token = await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=token]')?.value ?? '')
    const fields = isName ? { name: payload, token } : { name: 'Prov', token: crypto.randomUUID() }
    const kept = await send({ ...fields, text: payload, step: 'send' })
    if (kept.status !== 303)
      wrong.push(`${kept.status} when sent: ${payload}`)
  }
  expect(wrong).toEqual([])

  await approveAll(await signInToApi(stack, stack.admin))
  const shownLater: string[] = []
  for (let number = 1; shownLater.length < payloads.length; number++) {
    const answer = await page.goto(`${stack.siteUrl}${article}?page=${number}`)
    if (answer?.status() !== 200)
      break
    shownLater.push(...await page.evaluate(() => [...document.querySelectorAll('.thread .comment')].map(comment => comment.textContent ?? '')))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (overflow > 0 || await page.locator('main').count() !== 1 || await page.locator('.colophon').count() !== 1)
      wrong.push(`page ${number} of the thread is broken`)
  }
  const seen = shownLater.map(folded)
  expect(payloads.filter(payload => !seen.some(text => text.includes(folded(payload))))).toEqual([])
  expect(wrong).toEqual([])
  expect(ran).toEqual([])
  await context.close()
})

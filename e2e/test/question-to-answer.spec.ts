import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createClient } from '@klartext/client'
import { createAccount } from '../stack/admin-api'
import { choose, signIn } from '../stack/admin-pages'
import { crawl } from '../stack/crawl'
import { open, openQueue, said } from '../stack/moderation-pages'
import { expect, test } from '../stack/test'

const article = '/artiklar/gangbanan-forst'
const question = 'Vem ringer jag när plogen har missat vår trappa vid Ågatan?'
const answer = 'Ring kontaktcenter, så skickar de det till oss samma dag.'
const email = 'Gudrun.Vinterby@sjovik.example'

/** How an address might leak: as it is, in other letters, encoded, or as a hash that anybody can make of it. */
function formsOf(text: string): string[] {
  return [text, text.toLowerCase(), text.toUpperCase()].flatMap(form => [
    form,
    encodeURIComponent(form),
    ...(['base64', 'base64url', 'hex'] as const).map(encoding => Buffer.from(form).toString(encoding)),
    ...['md5', 'sha1', 'sha256'].flatMap(name => [createHash(name).update(form).digest('hex'), createHash(name).update(form).digest('base64')]),
  ])
}

test('a question without scripts is answered in the admin, is public as answered, counts in the account, and its address stands nowhere', async ({ browser, dialogueSite: stack }) => {
  test.setTimeout(600_000)
  const client = createClient({ baseUrl: stack.cmsUrl })
  const before = (await client.openness.read()).total.questions
  const readers = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' })
  const reader = await readers.newPage()
  await reader.goto(stack.siteUrl + article)
  await reader.getByLabel('Namn').fill('Gudrun')
  await reader.getByLabel('E-post').fill(email)
  await reader.getByLabel('Kommentar', { exact: true }).fill(question)
  await reader.getByLabel('Det här är en fråga').check()
  await reader.getByRole('button', { name: 'Se hur den blir' }).click()
  await reader.getByRole('button', { name: 'Skicka kommentaren' }).click()
  await expect(reader.getByRole('status')).toBeFocused()
  await expect(reader.getByText(question)).toHaveCount(0)

  const moderator = await createAccount(stack, 'klartext-moderator', 'Moa')
  const admin = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'sv-SE' })).newPage()
  await signIn(admin, stack, moderator)
  await openQueue(admin, stack, 'waiting', 'Väntar')
  await open(admin, 'Gudrun')
  await admin.keyboard.press('s')
  await choose(admin, 'Svara som', 'Elsa Rinnefors')
  await admin.getByRole('textbox', { name: 'Ditt svar' }).fill(answer)
  await admin.keyboard.press('Control+Enter')
  await expect(said(admin)).toContainText('Svaret till Gudrun är publicerat.')

  await reader.goto(stack.siteUrl + article)
  const asked = reader.getByRole('article').filter({ hasText: question }).last()
  await expect(asked).toContainText('besvarad')
  await expect(reader.getByRole('article').filter({ hasText: answer }).last()).toContainText('Elsa Rinnefors')
  await reader.goto(`${stack.siteUrl}/oppenhet`)
  const { questions } = (await client.openness.read()).total
  expect(questions).toMatchObject({ asked: before.asked + 1, answered: before.answered + 1 })
  await expect(reader.getByRole('main')).toContainText(`${questions.asked} frågor har publicerats, och ${questions.answered} har fått svar.`)

  const pages = await crawl(stack.siteUrl, ['/', '/en', '/oppenhet', article])
  const leaks = pages.flatMap(({ path, html }) => formsOf(email).filter(form => html.includes(form)).map(form => `${path}: ${form}`))
  expect(leaks).toEqual([])
  expect(pages.some(({ html }) => html.includes(answer))).toBe(true)
})

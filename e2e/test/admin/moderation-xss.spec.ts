import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { at, createAccount, signInToApi } from '../../stack/admin-api'
import { signIn } from '../../stack/admin-pages'
import { expect, test } from '../../stack/admin-test'
import { openQueue } from '../../stack/moderation-pages'
import { repository } from '../../stack/stack'

// public strings that try to run as scripts, beside the repository where they are at hand; they are not part of it
const file = path.resolve(repository, '../shared/data/xss-payloads.txt')
const pageSize = 25

test('nothing that a reader writes is run, and all of it is shown as it was typed @long', async ({ page, emptySite: stack }) => {
  test.skip(!existsSync(file), '../shared/data is not here')
  test.setTimeout(1_800_000)
  const payloads = readFileSync(file, 'utf8').split('\n').filter(line => line.trim() !== '')
  const moderator = await createAccount(stack, 'klartext-moderator', 'Maj')
  const administrator = await signInToApi(stack, stack.admin)
  const create = (type: string, entry: object) => administrator.request('POST', `/content-manager/collection-types/api::${type}.${type}`, entry)
  const articleId = at(await create('article', { kind: 'essay', title: 'Så fungerar skrivmaskinen' }), 'data', 'documentId')
  const written = new Map<unknown, string>()
  for (const text of payloads) {
    // a name holds 80 characters
    const comment = await create('comment', { articleId, authorName: text.slice(0, 80), bodyText: text, moderationStatus: 'declined' })
    written.set(at(comment, 'data', 'documentId'), text)
  }

  const dialogs: string[] = []
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message())
    await dialog.dismiss()
  })
  const windows: string[] = []
  page.on('popup', popup => windows.push(popup.url()))
  await signIn(page, stack, moderator)
  await openQueue(page, stack, 'declined', 'Avböjda')
  const seen = new Set<string>()
  while (seen.size < written.size) {
    const onPage = Math.min(pageSize, written.size - seen.size)
    await expect(page.getByRole('main').getByRole('checkbox', { name: /^Välj kommentaren/ })).toHaveCount(onPage)
    for (let index = 0; index < onPage; index++) {
      const before = page.url()
      await page.keyboard.press('j')
      await page.waitForURL(url => url.href !== before)
      const id = new URL(page.url()).searchParams.get('comment') ?? ''
      const text = written.get(id)
      const article = page.getByRole('article')
      await expect.poll(() => article.locator('p[lang]').textContent()).toBe(text)
      expect(await article.locator('h2 bdi').textContent()).toBe(text?.slice(0, 80))
      seen.add(id)
    }
    expect(await page.getByRole('main').evaluate(main => main.scrollWidth - main.clientWidth), 'what is wider than the screen').toBeLessThanOrEqual(0)
    if (seen.size < written.size)
      await page.getByRole('button', { name: 'Nästa sida' }).click()
  }
  expect(dialogs).toEqual([])
  expect(windows).toEqual([])
  expect(await page.title()).toBe('Avböjda, kommentarer | Klartext')
})

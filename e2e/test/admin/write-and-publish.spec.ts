import type { Page } from '@playwright/test'
import type { Login } from '../../stack/admin-api'
import path from 'node:path'
import { createClient } from '@klartext/client'
import { createAccount, signInToApi } from '../../stack/admin-api'
import { addPart, choose, openList, signIn, uploadPicture, write } from '../../stack/admin-pages'
import { expect, test } from '../../stack/admin-test'
import { repository } from '../../stack/stack'

// each step goes on where the one before it stopped
test.describe.configure({ mode: 'serial', timeout: 600_000 })

const portrait = path.join(repository, 'cms/example-content/images/portratt-birgitta-vassgren.webp')
const title = 'Överträdelse på räksmörgås'
const slug = 'overtradelse-pa-raksmorgas'
const articlePath = `/artiklar/${slug}`

let author: Login
let editor: Login
let moderator: Login

test.beforeAll(async ({ emptySite: stack }) => {
  author = await createAccount(stack, 'strapi-author', 'Frida')
  editor = await createAccount(stack, 'strapi-editor', 'Rune')
  moderator = await createAccount(stack, 'klartext-moderator', 'Mona')
  const api = await signInToApi(stack, editor)
  for (const [type, entry] of [
    ['person', { name: 'Ylva Ström', role: 'kallskänka' }],
    ['organisation', { name: 'Sjöviks kommun', kind: 'municipality' }],
  ] as const) {
    const created = await api.request('POST', `/content-manager/collection-types/api::${type}.${type}/actions/publish`, entry)
    expect(created).toMatchObject({ data: entry })
  }
})

/** Opens the article from the list. */
async function openArticle(page: Page): Promise<void> {
  await openList(page, 'Artiklar')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

test('an author writes a profile with a portrait and dialogue, and previews it', async ({ page, emptySite: stack }) => {
  await signIn(page, stack, author)
  await openList(page, 'Artiklar')
  await page.getByRole('link', { name: 'Skriv nytt' }).first().click()
  await choose(page, 'Slag', 'Profil')
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(title)
  await page.getByRole('textbox', { name: 'Ingress' }).fill('Hon har lagt tolvhundra smörgåsar. Hälften såg ingen.')
  await page.getByRole('button', { name: 'Tomt. Klicka för att lägga till.' }).click()
  await uploadPicture(page, page, portrait)
  const text = await addPart(page, 'Text')
  await write(page, text, [
    'Klockan är kvart över fem när Ylva Ström låser upp köket.',
    '– Man börjar med brödet, säger hon.',
    '-Räkorna kommer sist.',
  ])
  await choose(page, 'Porträtterade', 'Ylva Ström')

  // an author writes, an editor publishes
  await expect(page.getByRole('button', { name: 'Publicera' })).toBeDisabled()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Sparad', { exact: true }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Förhandsgranska' }).click()
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(preview.getByText('Räkorna kommer sist.')).toBeVisible()
  await expect(preview.getByText('Förhandsvisning').first()).toBeVisible()
  expect((await fetch(`${stack.siteUrl}${articlePath}`)).status).toBe(404)
})

test('an editor publishes it without an alternative text, and is told at the field', async ({ page, emptySite: stack }) => {
  await signIn(page, stack, editor)
  await openArticle(page)
  await page.getByRole('button', { name: 'Publicera' }).click()
  await expect(page.getByText(`Artikeln ”${title}” kan inte publiceras.`)).toBeVisible()
  const alternative = page.getByRole('textbox', { name: 'Alternativtext' })
  await expect(alternative).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('p').filter({ hasText: 'Alternativtext saknas.' }).first()).toBeVisible()
  expect((await fetch(`${stack.siteUrl}${articlePath}`)).status).toBe(404)

  await alternative.fill('Ylva Ström framför en bokhylla')
  // a tab is called Publicerad too, and says so before it is
  const published = page.waitForResponse(response => response.url().includes('/actions/publish') && response.ok())
  await page.getByRole('button', { name: 'Publicera' }).click()
  await published
  await expect(page.getByText('Publicerad', { exact: true }).first()).toBeVisible()

  await page.goto(`${stack.siteUrl}${articlePath}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Ylva Ström framför en bokhylla' }).first()).toBeVisible()
  await expect(page.getByRole('main').getByText('Räkorna kommer sist.')).toBeVisible()
})

test('a correction with a note is version 2 on the page, in its history and in the API, and the first date stands', async ({ page, emptySite: stack }) => {
  const { articles } = createClient({ baseUrl: stack.cmsUrl })
  const before = await articles.bySlug(slug)
  expect(before).toMatchObject({ version: 1, changeNote: null })

  await signIn(page, stack, editor)
  await openArticle(page)
  await page.getByRole('textbox', { name: 'Ingress' }).fill('Hon har lagt fjortonhundra smörgåsar. Hälften såg ingen.')
  await choose(page, 'Ändringens slag', 'Rättelse')
  await page.getByRole('textbox', { name: 'Ändringsnotis' }).fill('Vi skrev tolvhundra. Smörgåsarna är fjortonhundra.')
  await page.getByRole('button', { name: 'Publicera' }).click()
  await expect.poll(() => articles.bySlug(slug)).toMatchObject({
    version: 2,
    changeNote: 'Vi skrev tolvhundra. Smörgåsarna är fjortonhundra.',
    firstPublishedAt: before.firstPublishedAt,
  })
  const { items } = await articles.versions(slug)
  expect(items.map(({ version, changeKind }) => [version, changeKind]).sort()).toEqual([[1, null], [2, 'correction']])

  await page.goto(`${stack.siteUrl}${articlePath}`)
  await expect(page.getByRole('main')).toContainText('fjortonhundra')
  await expect(page.getByRole('main')).toContainText('Vi skrev tolvhundra.')
  await page.goto(`${stack.siteUrl}${articlePath}/andringar`)
  await expect(page.getByRole('main')).toContainText('Vi skrev tolvhundra. Smörgåsarna är fjortonhundra.')
})

test('a moderator can reach none of it', async ({ page, emptySite: stack }) => {
  await signIn(page, stack, editor)
  await openArticle(page)
  const address = page.url()
  await page.context().clearCookies()
  await page.evaluate(() => localStorage.clear())

  await signIn(page, stack, moderator)
  await openList(page, 'Kommentarer')
  for (const name of ['Artiklar', 'Personer', 'Organisationer', 'Ämnen'])
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByText(title)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Rubrik' })).toHaveCount(0)
})

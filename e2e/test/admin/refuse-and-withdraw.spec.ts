import type { Login } from '../../stack/admin-api'
import { at, createAccount, signInToApi } from '../../stack/admin-api'
import { chooseAction, openList, signIn } from '../../stack/admin-pages'
import { expect, test } from '../../stack/admin-test'

test.describe.configure({ mode: 'serial', timeout: 600_000 })

const article = { title: 'Så fungerar bron', path: '/artiklar/sa-fungerar-bron' }
const notice = 'Uppgiften om broöppningarna gick inte att styrka. Fråga hamnkontoret.'
let editor: Login

test.beforeAll(async ({ emptySite }) => {
  editor = await createAccount(emptySite, 'strapi-editor', 'Disa')
  const api = await signInToApi(emptySite, editor)
  const publish = (type: string, entry: object) =>
    api.request('POST', `/content-manager/collection-types/api::${type}.${type}/actions/publish`, entry)
  const author = await publish('person', { name: 'Odd Brovaktare' })
  await publish('article', {
    kind: 'essay',
    title: article.title,
    authors: { connect: [{ documentId: at(author, 'data', 'documentId') }] },
    body: [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Den öppnas var tjugonde minut.' }] }] }],
  })
  expect((await fetch(emptySite.siteUrl + article.path)).status).toBe(200)
})

test('a drawing in SVG is refused in Swedish', async ({ page, emptySite }) => {
  await signIn(page, emptySite, editor)
  await page.getByRole('link', { name: 'Mediebibliotek' }).click()
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'ritning.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
  })
  await expect(page.getByText('”ritning.svg” är ingen bild som Klartext kan visa.').first()).toBeVisible()
})

test('a person whom a public article names cannot be unpublished, and the editor is told why', async ({ page, emptySite }) => {
  await signIn(page, emptySite, editor)
  await openList(page, 'Personer')
  await page.getByRole('link', { name: 'Odd Brovaktare' }).click()
  await chooseAction(page, 'Avpublicera')
  await expect(page.getByText(/Odd Brovaktare.*Så fungerar bron/).first()).toBeVisible()
  expect((await fetch(emptySite.siteUrl + article.path)).status).toBe(200)
})

test('an editor withdraws an article, and its address tells why', async ({ page, emptySite }) => {
  await signIn(page, emptySite, editor)
  await openList(page, 'Artiklar')
  await page.getByRole('link', { name: article.title }).click()
  await chooseAction(page, 'Dra tillbaka …')
  const dialog = page.getByRole('dialog', { name: 'Dra tillbaka artikeln' })
  await dialog.getByRole('button', { name: 'Dra tillbaka artikeln' }).click()
  await expect(dialog.getByText('Skriv varför artikeln dras tillbaka.')).toBeVisible()
  expect((await fetch(emptySite.siteUrl + article.path)).status).toBe(200)

  await dialog.getByRole('textbox', { name: 'Meddelande till läsaren' }).fill(notice)
  await dialog.getByRole('button', { name: 'Dra tillbaka artikeln' }).click()
  await expect(page.getByRole('status', { name: 'draft' })).toBeVisible()
  const answer = await page.goto(emptySite.siteUrl + article.path)
  expect(answer?.status()).toBe(410)
  await expect(page.getByRole('main')).toContainText(notice)
})

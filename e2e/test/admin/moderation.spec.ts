import type { Login } from '../../stack/admin-api'
import { createClient } from '@klartext/client'
import { at, createAccount, signInToApi } from '../../stack/admin-api'
import { choose, signIn } from '../../stack/admin-pages'
import { expect, test } from '../../stack/admin-test'
import { sendComment, sendReport } from '../../stack/comments'
import { comeBack, expectAccessible, open, openComment, openQueue, said } from '../../stack/moderation-pages'

// each step goes on where the one before it stopped
test.describe.configure({ mode: 'serial', timeout: 600_000 })

const slug = 'sa-fungerar-slussen'
const articlePath = `/artiklar/${slug}`
const base = '/klartext/moderation'

let author: Login
let moderator: Login
let colleague: Login

test.beforeAll(async ({ emptySite: stack }) => {
  author = await createAccount(stack, 'strapi-author', 'Frans')
  const editor = await createAccount(stack, 'strapi-editor', 'Eda')
  moderator = await createAccount(stack, 'klartext-moderator', 'Moa')
  colleague = await createAccount(stack, 'klartext-moderator', 'Malte')
  const api = await signInToApi(stack, editor)
  const publish = (type: string, entry: object) =>
    api.request('POST', `/content-manager/collection-types/api::${type}.${type}/actions/publish`, entry)
  const writer = await publish('person', { name: 'Sluss Vaktmästare', role: 'slussvakt' })
  await publish('article', {
    kind: 'essay',
    title: 'Så fungerar slussen',
    commentsOpen: true,
    authors: { connect: [{ documentId: at(writer, 'data', 'documentId') }] },
    body: [{ __component: 'body.text', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Den lyfter båtarna tre meter.' }] }] }],
  })
  for (const comment of [
    { name: 'Anna', text: 'Jag såg slussen byggas.\n\nDet var på sommaren.', email: 'anna@lasare.example' },
    { name: 'Berit', text: 'Vad kostar det att åka igenom?', isQuestion: true },
    { name: 'Cesar', text: 'Slussvakten är en fåntratt och det har han alltid varit.' },
    { name: 'Doris', text: 'Min farfar ritade portarna, och han skulle ha blivit glad.' },
  ])
    await sendComment(stack, slug, comment)
})

test('an author reaches nothing of it', async ({ page, emptySite: stack }) => {
  await signIn(page, stack, author)
  await expect(page.getByRole('heading', { name: 'Kommentarer som väntar' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Kommentarer', exact: true })).toHaveCount(0)
  await page.goto(`${stack.cmsUrl}/admin/moderation`)
  await expect(page.getByRole('main')).toContainText(/behörighet/)
  await expect(page.getByRole('heading', { name: 'Väntar' })).toHaveCount(0)
  const api = await signInToApi(stack, author)
  await expect(api.request('GET', `${base}/queues/waiting`)).rejects.toThrow(/ 403:/)
})

test('a moderator meets the queues on the start page, and approves by keys', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  const widget = page.getByRole('region', { name: 'Kommentarer som väntar' })
  await expect(widget).toContainText('4')
  await expect(widget).toContainText('Den äldsta kom in')
  await widget.getByRole('link', { name: 'Öppna kön' }).click()
  await expect(page.getByRole('navigation', { name: 'Köer' }).getByRole('link', { name: /^Väntar/ })).toHaveText(/4$/)
  await page.getByRole('link', { name: /^Anna, / }).waitFor()
  await expectAccessible(page)

  await page.keyboard.press('j')
  await expect(openComment(page, 'Anna')).toBeFocused()
  await expect(page.getByRole('article')).toContainText('Avsändaren har lämnat en e-postadress')
  await expect(page.getByRole('article')).not.toContainText('anna@')
  await expect(page.getByRole('article').getByText('Jag såg slussen byggas.')).toHaveText('Jag såg slussen byggas.\n\nDet var på sommaren.')
  await expectAccessible(page)
  await page.keyboard.press('g')
  await expect(said(page)).toContainText('Kommentaren av Anna är godkänd.')
  await expect(openComment(page, 'Berit')).toBeFocused()
  await expect(page.getByRole('navigation', { name: 'Köer' }).getByRole('link', { name: /^Väntar/ })).toHaveText(/3$/)
  const { items } = await createClient({ baseUrl: stack.cmsUrl }).articles.comments(slug)
  expect(items.map(({ author: { name } }) => name)).toEqual(['Anna'])
})

test('a question is answered in the name of a person, and both are public', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await open(page, 'Berit')
  await page.keyboard.press('s')
  const form = page.getByRole('region', { name: 'Svara' })
  await expect(form.getByRole('textbox', { name: 'Ditt svar' })).toBeFocused()
  // the letters of the keys are text here
  await page.keyboard.type('Gratis. Ägaren, gjuteriet, står för det jag sade.')
  await expect(form.getByRole('combobox', { name: 'Svara som' })).toContainText('Sluss Vaktmästare, slussvakt')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(said(page)).toContainText('Svaret till Berit är publicerat.')
  await expect(openComment(page, 'Cesar')).toBeFocused()

  const { items } = await createClient({ baseUrl: stack.cmsUrl }).articles.comments(slug)
  const question = items.find(item => item.author.name === 'Berit')
  expect(question).toMatchObject({ isQuestion: true, answeredAt: expect.any(String) })
  expect(question?.replies[0]).toMatchObject({ author: { name: 'Sluss Vaktmästare', isAuthor: true } })
  await page.goto(stack.siteUrl + articlePath)
  await expect(page.getByRole('main')).toContainText('Gratis. Ägaren, gjuteriet, står för det jag sade.')
})

test('a comment is declined by a rule, which can be taken back', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await open(page, 'Cesar')
  await page.keyboard.press('a')
  const form = page.getByRole('region', { name: 'Avböj kommentaren' })
  await expect(form).toContainText('Avsändaren har inte lämnat någon adress och får inget brev.')
  await form.getByRole('button', { name: 'Avböj' }).click()
  await expect(form).toContainText('Välj en regel.')
  await expectAccessible(page)
  await choose(page, 'Regel som kommentaren bryter mot', 'Personangrepp')
  await form.getByRole('button', { name: 'Avböj' }).click()
  await expect(said(page)).toContainText('Kommentaren av Cesar är avböjd.')
  await expect(openComment(page, 'Doris')).toBeFocused()

  await page.keyboard.press('z')
  await expect(said(page)).toContainText('Kommentaren av Cesar har fått sitt beslut ångrat.')
  await expect(openComment(page, 'Cesar')).toBeFocused()
  await expect(page.getByRole('article')).toContainText('väntar på granskning')
  await expect(page.getByRole('article').getByRole('listitem').filter({ hasText: 'Avböjdes enligt regeln ”Personangrepp” av Moa' })).toBeVisible()
})

test('what is public is hidden by a rule, and the page says by which', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'approved', 'Godkända')
  await open(page, 'Anna')
  await page.keyboard.press('d')
  await choose(page, 'Regel som kommentaren bryter mot.', 'Annat än ämnet')
  await page.getByRole('textbox', { name: 'Meddelande till avsändaren' }).fill('Skriv gärna om slussen.')
  await page.getByRole('region', { name: 'Dölj kommentaren' }).getByRole('button', { name: 'Dölj' }).click()
  await expect(said(page)).toContainText('Kommentaren av Anna är dold.')
  await page.goto(stack.siteUrl + articlePath)
  await expect(page.getByRole('main')).toContainText('eftersom den inte handlade om texten')
  await expect(page.getByRole('main')).not.toContainText('Jag såg slussen byggas.')
})

test('what is written outlives a broken network and a reload', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await open(page, 'Doris')
  await page.keyboard.press('s')
  await page.getByRole('textbox', { name: 'Ditt svar' }).fill('Tack, det visste vi inte.')
  await page.route('**/answer', route => route.abort())
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Det gick inte att nå servern.')
  await expect(page.getByRole('textbox', { name: 'Ditt svar' })).toHaveValue('Tack, det visste vi inte.')
  await expectAccessible(page)
  await page.reload()
  await expect(openComment(page, 'Doris')).toBeVisible()
  await page.getByRole('button', { name: 'Svara' }).click()
  await expect(page.getByRole('textbox', { name: 'Ditt svar' })).toHaveValue('Tack, det visste vi inte.')
})

test('what comes in meanwhile is shown, and what one types stays', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await open(page, 'Cesar')
  await page.keyboard.press('s')
  await page.getByRole('textbox', { name: 'Ditt svar' }).fill('Slussvakten är')
  await sendComment(stack, slug, { name: 'Hedda', text: 'Jag seglade genom slussen i juli.' })
  await expect(page.getByRole('link', { name: /^Hedda, / })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Ditt svar' })).toBeFocused()
  await page.keyboard.type(' snäll.')
  await expect(page.getByRole('textbox', { name: 'Ditt svar' })).toHaveValue('Slussvakten är snäll.')
  await page.keyboard.press('Escape')
  await expect(openComment(page, 'Cesar')).toBeFocused()
})

test('the second of two moderators is told, and loses no word', async ({ page, browser, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await open(page, 'Doris')
  // polling would tell before the decision does
  await page.route(/moderation\/(?:queues|comments\/\w+$)/, route => route.abort())
  await page.keyboard.press('a')
  await choose(page, 'Regel som kommentaren bryter mot', 'Reklam')
  await page.getByRole('textbox', { name: 'Meddelande till avsändaren' }).fill('Vi tar inte in annonser.')

  const other = await browser.newPage()
  await comeBack(other, stack, colleague)
  await openQueue(other, stack, 'waiting', 'Väntar')
  await open(other, 'Doris')
  await other.getByRole('button', { name: 'Godkänn' }).click()
  await expect(said(other)).toContainText('Kommentaren av Doris är godkänd.')
  await other.close()

  await page.unroute(/moderation\/(?:queues|comments\/\w+$)/)
  await page.getByRole('region', { name: 'Avböj kommentaren' }).getByRole('button', { name: 'Avböj' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(/Malte godkände kommentaren .*\d\d[:.]\d\d/)
  await expect(page.getByRole('textbox', { name: 'Meddelande till avsändaren' })).toHaveValue('Vi tar inte in annonser.')
  await expect(page.getByRole('article')).toContainText('godkänd')
  await expect(page.getByRole('group', { name: 'Beslut' }).getByRole('button', { name: 'Dölj' })).toBeVisible()
  await expectAccessible(page)
})

test('many are decided on at once, and those that a colleague took are named', async ({ page, emptySite: stack }) => {
  const ids = []
  for (const name of ['Elsa', 'Frej', 'Gerda'])
    ids.push(await sendComment(stack, slug, { name, text: `Jag heter ${name} och tycker att slussen är fin.` }))
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await page.route(/moderation\/queues/, route => route.abort())
  await page.getByRole('checkbox', { name: /^Välj alla/ }).click()
  for (const name of ['Cesar', 'Hedda'])
    await page.getByRole('checkbox', { name: new RegExp(`^Välj kommentaren av ${name}`) }).click()
  const bar = page.getByRole('region', { name: 'Beslut om de valda' })
  // space chooses the entry that has the focus, and takes it back
  await page.getByRole('link', { name: /^Elsa, / }).focus()
  await page.keyboard.press('Space')
  await expect(bar).toContainText('2 kommentarer är valda.')
  await page.keyboard.press('Space')
  await expect(bar).toContainText('3 kommentarer är valda.')
  await expectAccessible(page)

  const api = await signInToApi(stack, colleague)
  const detail = await api.request('GET', `${base}/comments/${ids[1]}`)
  await api.request('POST', `${base}/comments/${ids[1]}/decide`, { action: 'spam', expected: at(detail, 'item', 'revision') })
  await page.unroute(/moderation\/queues/)
  await bar.getByRole('button', { name: 'Godkänn' }).click()
  await expect(said(page)).toContainText('2 kommentarer är godkända. 1 blev inte ändrad:')
  await expect(said(page).getByRole('listitem')).toContainText(/^Frej: Malte märkte/)
  await expect(page.getByRole('heading', { level: 2, name: 'Väntar' })).toBeFocused()
  await expect(bar).toHaveCount(0)
  await expectAccessible(page)
})

test('reports are decided on with reasons', async ({ page, emptySite: stack }) => {
  const { items } = await createClient({ baseUrl: stack.cmsUrl }).articles.comments(slug)
  const reported = (name: string) => items.find(item => item.author.name === name)?.id ?? ''
  const kept = await sendReport(stack, reported('Elsa'), { rule: 'off-topic', text: 'Det här hör inte hit.' })
  const upheld = await sendReport(stack, reported('Gerda'), { rule: 'privacy', text: 'Gerda är inte hennes riktiga namn.' })
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'reported', 'Anmälda')
  await open(page, 'Elsa')
  await expect(page.getByRole('article')).toContainText('Det här hör inte hit.')
  await page.getByRole('button', { name: 'Låt den stå kvar' }).click()
  await expect(page.getByRole('article')).toContainText('Skriv varför. Den som anmälde får läsa det.')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: /^Skäl till beslutet/ }).fill('Kommentaren handlar om slussen.')
  await page.getByRole('button', { name: 'Låt den stå kvar' }).click()
  await expect(said(page)).toContainText(`Anmälan ${kept} är avslagen och kommentaren står kvar.`)

  await expect(openComment(page, 'Gerda')).toBeFocused()
  await page.getByRole('textbox', { name: /^Skäl till beslutet/ }).fill('Det stämmer.')
  await page.getByRole('button', { name: 'Dölj kommentaren' }).click()
  await expect(said(page)).toContainText(`Anmälan ${upheld} är bifallen och kommentaren är dold.`)
  await expect(page.getByRole('main')).toContainText('Ingen anmälan väntar på beslut.')
  const answer = await createClient({ baseUrl: stack.cmsUrl }).articles.comments(slug)
  expect(answer.items.find(item => item.id === reported('Gerda'))?.tombstone).toMatchObject({ rule: 'privacy' })
})

test('it fits a narrow window, as one of 1280 pixels at 400 percent is', async ({ page, emptySite: stack }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await comeBack(page, stack, moderator)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const [queue, title] of [['waiting', 'Väntar'], ['approved', 'Godkända']] as const) {
    await openQueue(page, stack, queue, title)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await expectAccessible(page)
    await page.keyboard.press('j')
    await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeFocused()
    // the list makes room
    await expect(page.getByRole('navigation', { name: 'Köer' })).toBeHidden()
    await page.keyboard.press('s')
    await expect(page.getByRole('textbox', { name: 'Ditt svar' })).toBeFocused()
    expect(await overflow()).toBeLessThanOrEqual(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tillbaka till listan' }).click()
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused()
  }
})

test('single keys can be turned off, and are told of', async ({ page, emptySite: stack }) => {
  await comeBack(page, stack, moderator)
  await openQueue(page, stack, 'waiting', 'Väntar')
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Tangenter' })
  await expect(help.getByText('Nästa kommentar')).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  // behind the dialog nothing listens
  await page.keyboard.press('j')
  await help.getByRole('checkbox', { name: 'Enstaka tangenter' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await expect(help).toBeHidden()
  await expect(page.getByRole('article')).toHaveCount(0)

  await page.getByRole('button', { name: 'Tangenter' }).click()
  await help.getByRole('checkbox', { name: 'Enstaka tangenter' }).check()
  await help.getByRole('button', { name: 'Stäng' }).last().click()
  await page.keyboard.press('j')
  await expect(openComment(page, 'Cesar')).toBeFocused()
})

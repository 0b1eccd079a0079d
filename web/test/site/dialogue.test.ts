import type { Answer } from '../fixture-dialogue'
import type { RunningSite } from './running-site'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { examples } from '../fixture-content'
import { problem, takesAll } from '../fixture-dialogue'
import { faultsOf, fieldsOf, summaryOf, titleOf } from './form-text'
import { isHidden, linksOf, mainOf, readText, scriptsOf, textsOf } from './page-text'
import { siteKey, startSite } from './running-site'

const article = '/artiklar/varfor-tar-bygglovet-sa-lang-tid'
const id = '1hgl7s45i0domb8jabmnkvey'
const reportPath = `${article}/kommentarer/${id}/anmal`
const report = { rule: 'privacy', text: 'Grannens adress står där.', email: '', inGoodFaith: '1', homepage: '', key: 'a-key' }
const token = 'MWhnbDdz.c2lnbmF0dXJl'
const senderPath = `/min-kommentar/${token}`
const mine = {
  comment: { id, status: 'pending', name: 'Oskar', text: 'Räknar ni\ntiden?', isQuestion: true, receivedAt: '2026-05-08T10:00:00+02:00', number: null as string | null, canEdit: true, canWithdraw: true },
  article: { slug: 'varfor-tar-bygglovet-sa-lang-tid', language: 'sv', title: examples.essay.title },
  emailHint: 'o…@s….example',
  stored: { namn: 'Oskar' },
  rule: null as string | null,
  message: null as string | null,
}

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterEach(() => {
  site.cms.ail(null)
  site.cms.sent.length = 0
  site.content.sentAnswers = takesAll(examples.preview)
})
afterAll(async () => site.close())

async function page(response: Response | Promise<Response>) {
  const answer = await response
  const html = await answer.text()
  return { status: answer.status, headers: answer.headers, html, main: html.includes('<main') ? mainOf(html) : '' }
}

const answers = (more: Record<string, object>) => Object.assign(site.content.sentAnswers, Object.fromEntries(Object.entries(more).map(([name, body]) => [name, (): Answer => ({ status: 200, body })])))

describe('one comment', () => {
  it('stands with its replies, and leads back to its place in the thread', async () => {
    const { status, html, main } = await page(site.get(`${article}/kommentarer/${id}`))
    expect([status, scriptsOf(html), isHidden(html)]).toEqual([200, [], true])
    expect(textsOf(main, 'h1')).toEqual([`Kommentar 2 till ”${examples.essay.title}”`])
    expect(textsOf(main, 'h2')).toEqual(['3 svar'])
    expect([...main.matchAll(/<article id="kommentar-([\d.]+)"/g)].map(([, number]) => number)).toEqual(['2', '2.1', '2.1.1', '2.2'])
    expect(linksOf(main)[examples.essay.title]).toBe(`${article}#kommentar-2`)
  })

  it.each([`${article}/kommentarer/aaaaaaaaaaaaaaaa`, `${article}/kommentarer/%3Cb%3E`, `/artiklar/hon-lyssnar-efter-lackor/kommentarer/${id}`, `${article}/kommentarer/${id}?page=2`])('%s is not there', async (path) => {
    expect((await site.get(path)).status).toBe(404)
  })

  it('with more replies than come along leads to all of them', async () => {
    const [, root] = site.content.threads['varfor-tar-bygglovet-sa-lang-tid']?.items ?? []
    if (!root)
      throw new Error('The example thread has a second comment')
    const { replyCount } = root
    root.replyCount = 1240
    const links = linksOf(mainOf((await page(site.get(article))).html))
    root.replyCount = replyCount
    expect(links['Visa alla 1 240 svar']).toBe(`${article}/kommentarer/${id}`)
  })
})

describe('a report', () => {
  it('names the comment, the rules and what is promised', async () => {
    const { status, headers, html, main } = await page(site.get(reportPath))
    expect([status, headers.get('cache-control'), isHidden(html)]).toEqual([200, 'private, no-store', true])
    expect(textsOf(main, 'h1')).toEqual(['Anmäl kommentar 2'])
    expect(textsOf(main, 'label')).toContain('Personangrepp')
    expect(Object.keys(fieldsOf(main))).toEqual(['key', 'homepage', 'text', 'email'])
  })

  it('is sent once under its key, and gives its number on a page that is not kept', async () => {
    const sent = await site.post(reportPath, report)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${reportPath}?nr=K7Q2-9FHD#kvitto`])
    expect(site.cms.sent[0]).toMatchObject({
      path: `/api/v1/comments/${id}/reports`,
      headers: { 'idempotency-key': 'a-key', 'klartext-site-key': siteKey, 'klartext-reader': '127.0.0.1' },
      body: { rule: 'privacy', text: 'Grannens adress står där.', email: null, inGoodFaith: true, language: 'sv', homepage: '' },
    })
    const { headers, html, main } = await page(site.get(`${reportPath}?nr=K7Q2-9FHD`))
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(titleOf(html)).toMatch(/^Tack, din anmälan har kommit in\./)
    expect(readText(main)).toContain('Anmälans nummer: K7Q2-9FHD')
  })

  it('that lacks something comes back with the rest', async () => {
    const { status, html, main } = await page(site.post(reportPath, { text: '', email: 'x@y.se' }))
    expect([status, Object.keys(faultsOf(main))]).toEqual([400, ['rule', 'text', 'inGoodFaith']])
    expect(summaryOf(html)).toHaveLength(3)
    expect(fieldsOf(main)).toMatchObject({ email: 'x@y.se' })
    expect(site.cms.sent).toEqual([])
  })

  it.each([
    [429, 'rate-limited', /Försök igen om/],
    [404, 'not-found', /visas inte längre/],
    [503, 'unavailable', /svarar inte/],
  ])('that meets %i keeps what was chosen and written', async (status, name, words) => {
    site.content.sentAnswers.reports = () => problem(status, name, {}, { 'retry-after': '90' })
    const answer = await page(site.post(reportPath, report))
    expect([answer.status, summaryOf(answer.html)]).toEqual([status, [expect.stringMatching(words)]])
    expect(fieldsOf(answer.main)).toEqual(report)
  })

  it('with another text under the same key can be sent as one more', async () => {
    site.content.sentAnswers.reports = () => problem(422, 'idempotency-conflict')
    const answer = await page(site.post(reportPath, report))
    expect([answer.status, summaryOf(answer.html)]).toEqual([422, [expect.stringContaining('blir det en anmälan till')]])
    expect(fieldsOf(answer.main)).toEqual({ ...report, key: expect.stringMatching(/^[\da-f-]{36}$/) })
  })

  it('of a comment that is hidden is not needed', async () => {
    expect(readText((await page(site.get(`${article}/kommentarer/2r3xwjczby0w6k95mgqrbu90/anmal`))).main)).toContain('redan dold')
  })

  it('of a comment that is not there is not found', async () => {
    expect((await site.get(`${article}/kommentarer/aaaaaaaaaaaaaaaa/anmal`)).status).toBe(404)
  })
})

describe('the openness page', () => {
  it('tells what waits, what came in and how long answers took, and links to the same as JSON', async () => {
    const { status, main } = await page(site.get('/oppenhet'))
    expect(status).toBe(200)
    expect(readText(main)).toContain('19 kommentarer har kommit in. Av dem har 15 publicerats. 4 frågor har publicerats, och 3 har fått svar. Hälften av svaren kom inom 11 timmar och 34 minuter.')
    expect(textsOf(main, 'caption')).toEqual(['Kommentarer månad för månad', 'Frågor och svar månad för månad', 'Anmälningar månad för månad', 'Nekade och dolda, efter regel'])
    expect(textsOf(main, 'tr').slice(0, 3)).toEqual(['Månad Kom in Publicerade Nekade Dolda Skräppost Återtagna', 'april 2026 18 14 2 1 2 0', 'mars 2026 1 1 0 0 0 0'])
    expect(textsOf(main, 'tr')).toContain('april 2026 4 3 11 timmar och 34 minuter')
    expect(textsOf(main, 'tr')).toContain('Någons privatliv 0 1')
    expect(linksOf(main)['Samma siffror som JSON']).toBe('https://cms.klartext.example/api/v1/openness')
  })

  it('has the same for one organisation, in English too', async () => {
    const { status, html, main } = await page(site.get('/en/openness/sjovik-kommun'))
    expect([status, titleOf(html)]).toEqual([200, 'Openness: Sjöviks kommun · Klartext'])
    expect(readText(main)).toContain('No comment has been declined or hidden.')
  })

  it('of an organisation that is not there is not found', async () => {
    expect((await site.get('/oppenhet/ingen')).status).toBe(404)
  })
})

/** What holds for a page that a letter leads to. */
function expectSecret(headers: Headers): void {
  expect(Object.fromEntries(headers)).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
}

describe('the page of a sender', () => {
  it('shows the comment, what is kept, and what can be done', async () => {
    answers({ mine })
    const { headers, status, html, main } = await page(site.get(senderPath))
    expectSecret(headers)
    expect([status, isHidden(html), scriptsOf(html)]).toEqual([200, true, []])
    expect(site.cms.sent[0]).toMatchObject({ path: '/_dialogue/mine', headers: { 'klartext-site-key': siteKey }, body: { token } })
    expect(fieldsOf(main)).toMatchObject({ name: 'Oskar', text: 'Räknar ni\ntiden?', isQuestion: '1' })
    expect(textsOf(main, 'button')).toEqual(['Spara ändringen', 'Ta tillbaka kommentaren', 'Radera det som sparas'])
    expect(textsOf(main, 'dd')).toEqual(['Oskar'])
  })

  it('tells a decision with its reason and how to object', async () => {
    answers({ mine: { ...mine, rule: 'personal-attack', message: 'Skriv om.', comment: { ...mine.comment, status: 'declined', canEdit: false, canWithdraw: false } } })
    const { main } = await page(site.get(senderPath))
    expect(readText(main)).toContain('Regel: Personangrepp Skriv om.')
    expect(textsOf(main, 'button')).toEqual(['Radera det som sparas'])
  })

  it('saves a change and says so', async () => {
    answers({ mine, edit: { status: 'pending' } })
    const sent = await site.post(senderPath, { step: 'edit', name: 'Oskar L.', text: 'Ny text', isQuestion: '1' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${senderPath}?kommentar=andrad#kvitto`])
    expectSecret(sent.headers)
    expect(site.cms.sent[0]).toMatchObject({ path: '/_dialogue/mine/edit', body: { token, name: 'Oskar L.', text: 'Ny text', isQuestion: true } })
    expect(titleOf((await page(site.get(`${senderPath}?kommentar=andrad`))).html)).toMatch(/^Ändringen är sparad\./)
  })

  it.each([
    ['withdraw', '/_dialogue/mine/withdraw', 'tillbakatagen'],
    ['erase', '/_dialogue/mine/erase', 'raderad'],
  ])('does %s only after a tick', async (step, path, word) => {
    answers({ mine, [step]: { status: step } })
    const refused = await page(site.post(senderPath, { step }))
    expect([refused.status, Object.keys(faultsOf(refused.main))]).toEqual([400, [`certain-${step}`]])
    expect(site.cms.sent.map(sent => sent.path)).toEqual(['/_dialogue/mine'])
    const done = await site.post(senderPath, { step, certain: '1' })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${senderPath}?kommentar=${word}#kvitto`])
    expect(site.cms.sent.at(-1)?.path).toBe(path)
  })

  it('after the erasure says so, though the link leads to nothing', async () => {
    site.content.sentAnswers.mine = () => problem(404, 'not-found')
    const { main } = await page(site.get(`${senderPath}?kommentar=raderad`))
    expect(readText(main)).toContain('Kommentaren är raderad')
  })

  it('keeps a change that was refused', async () => {
    site.content.sentAnswers.mine = () => ({ status: 200, body: mine })
    site.content.sentAnswers.edit = () => problem(400, 'bad-body', { errors: [{ path: 'text', message: '', code: 'required' }] })
    const { status, main } = await page(site.post(senderPath, { step: 'edit', name: 'Nytt namn', text: ' ' }))
    expect([status, fieldsOf(main)]).toEqual([400, expect.objectContaining({ name: 'Nytt namn', text: ' ' })])
  })

  it('keeps a change while the CMS is away', async () => {
    site.cms.ail('cut')
    const { status, main } = await page(site.post(senderPath, { step: 'edit', name: 'Nytt namn', text: 'Ny text' }))
    expect([status, main.includes('Ny text')]).toEqual([503, true])
  })

  it('of a link that is not whole is not found, and shows where to ask for a new one', async () => {
    site.content.sentAnswers.mine = () => problem(404, 'not-found')
    const { headers, status, main } = await page(site.get('/en/my-comment/broken'))
    expectSecret(headers)
    expect([status, linksOf(main)['My data']]).toEqual([404, '/en/my-data'])
  })
})

describe('everything kept under an address', () => {
  const link = `/mina-uppgifter/${token}`

  it('is asked for by letter, without a word on whether the address is known', async () => {
    answers({ request: {} })
    const sent = await site.post('/mina-uppgifter', { email: ' Oskar@sjovik.example ' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/mina-uppgifter?kommentar=brev#kvitto'])
    expect(site.cms.sent[0]).toMatchObject({ path: '/_dialogue/my-data/request', body: { email: 'Oskar@sjovik.example', language: 'sv' } })
    expect(titleOf((await page(site.get('/mina-uppgifter?kommentar=brev'))).html)).toMatch(/^Titta i din inkorg\./)
  })

  it.each([
    ['', null, 'Skriv din e-postadress.'],
    ['oskar@', problem(400, 'bad-body', { errors: [{ path: 'email', message: '', code: 'malformed' }] }), 'E-postadressen ser inte hel ut.'],
  ])('is not asked for by «%s»', async (email, refusal, words) => {
    if (refusal)
      site.content.sentAnswers.request = () => refusal
    const { status, main } = await page(site.post('/mina-uppgifter', { email }))
    expect([status, faultsOf(main).email]).toEqual([400, expect.stringContaining(words)])
    expect(fieldsOf(main)).toEqual({ email })
  })

  it('is shown, and comes as a file', async () => {
    answers({ 'my-data': { email: 'oskar@sjovik.example', comments: [] } })
    const seen = await page(site.get(link))
    expectSecret(seen.headers)
    expect(textsOf(seen.main, 'dd')).toEqual(['oskar@sjovik.example', 'inget'])
    const file = await site.post(link, { step: 'download' })
    expectSecret(file.headers)
    expect([file.headers.get('content-disposition'), await file.json()]).toEqual(['attachment; filename="mina-uppgifter.json"', { email: 'oskar@sjovik.example', comments: [] }])
  })

  it('is erased after a tick', async () => {
    answers({ 'my-data': { comments: [] }, 'erase': { erased: 2 } })
    expect((await site.post(link, { step: 'erase' })).status).toBe(400)
    expect(site.cms.sent.map(({ path }) => path)).toEqual(['/_dialogue/my-data'])
    const { main } = await page(site.post(link, { step: 'erase', certain: '1' }))
    expect(readText(main)).toContain('2 kommentarer och anmälningar är raderade, och din adress med dem.')
  })

  it('by a link that is too old shows where to ask for a new one', async () => {
    site.content.sentAnswers['my-data'] = () => problem(404, 'not-found')
    const { headers, status, main } = await page(site.get(link))
    expectSecret(headers)
    expect([status, linksOf(main)['Be om en ny länk']]).toEqual([404, '/mina-uppgifter'])
  })
})

import type { Answer } from '../fixture-dialogue'
import type { RunningSite } from './running-site'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { examples, hostile } from '../fixture-content'
import { badField, problem, takesAll } from '../fixture-dialogue'
import { faultsOf, fieldsOf, summaryOf, titleOf } from './form-text'
import { isHidden, languageOf, linksOf, mainOf, occurrences, readText, scriptsOf, textsOf } from './page-text'
import { siteKey, startSite } from './running-site'

const article = '/artiklar/varfor-tar-bygglovet-sa-lang-tid'
const form = `${article}/kommentera`
const closedForm = '/artiklar/tre-somrar-i-hamnen/kommentera'
const oskar = { name: 'Oskar', email: 'oskar@sjovik.example', text: 'Hur länge\r\nräknar ni?', isQuestion: '1', homepage: '' }
const parent = '1hgl7s45i0domb8jabmnkvey'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterEach(() => {
  site.cms.ail(null)
  site.cms.sent.length = 0
  Object.assign(site.content.sentAnswers, takesAll(examples.preview))
})
afterAll(async () => site.close())

async function page(response: Response | Promise<Response>) {
  const answer = await response
  const html = await answer.text()
  return { status: answer.status, headers: answer.headers, html, main: html.includes('<main') ? mainOf(html) : '' }
}

/** What holds for every page of the form: never kept, never found, no script, framed by nobody. */
function expectOwn({ headers, html }: Awaited<ReturnType<typeof page>>): void {
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('x-robots-tag')).toBe('noindex')
  expect([scriptsOf(html), isHidden(html)]).toEqual([[], true])
}

describe('below an open article', () => {
  it('stands the form, without a token, honest about what becomes of an address', async () => {
    const { main } = await page(site.get(article))
    expect(fieldsOf(main)).toEqual({ homepage: '', name: '', email: '', text: '' })
    expect(main).toContain(`<form method="post" action="${form}" novalidate`)
    expect(readText(main)).toContain('Adressen visas inte på webbplatsen. Men en kommentar blir normalt en allmän handling')
    expect(readText(main)).toContain('Högst 5 000 tecken')
    expect(/<div class="trap" aria-hidden="true">.*?<input name="homepage" tabindex="-1" autocomplete="off">/s.test(main)).toBe(true)
  })

  it('leads from each comment that shows its text to a reply and a report', async () => {
    const links = linksOf(mainOf((await page(site.get(article))).html))
    expect(links['Svara på 2.1']).toBe(`${form}?svar=5hey1c96j19swlb6hgp6d0vt`)
    expect(links).not.toHaveProperty('Svara på 3')
    expect(Object.values(links)).toContain(`${article}/kommentarer/73v6vt6dciotfaxbpkha1hw6/anmal`)
  })

  it('tells how many questions were answered, and leads to the account of it', async () => {
    expect(linksOf(mainOf((await page(site.get(article))).html))['2 frågor, 2 besvarade']).toBe('/oppenhet')
  })

  it('is one sentence where the article is closed', async () => {
    const { main } = await page(site.get('/artiklar/tre-somrar-i-hamnen'))
    expect(readText(main)).toContain('Kommentarerna är stängda för den här texten.')
    expect(occurrences(main, '<form')).toBe(0)
  })
})

describe('the form alone', () => {
  it('quotes the comment that is answered', async () => {
    const answer = await page(site.get(`${form}?svar=${parent}`))
    expectOwn(answer)
    expect(textsOf(answer.main, 'h2')[0]).toBe('Du svarar på kommentar 2 av Oskar')
    expect(textsOf(answer.main, 'blockquote')[0]).toContain('Räknar ni tiden från när jag skickar in')
    expect(fieldsOf(answer.main)).toMatchObject({ parent })
  })

  it('speaks English on the English article', async () => {
    const { html } = await page(site.get('/en/articles/she-listens-for-leaks/comment'))
    expect([languageOf(html), textsOf(mainOf(html), 'h1')]).toEqual(['en', ['Ask or comment']])
  })

  it.each([`${form}?svar=finns-inte`, `${form}?svar=aaaaaaaaaaaaaaaa`])('%s says that the comment is gone, and takes a new one', async (path) => {
    const answer = await page(site.get(path))
    expect(answer.status).toBe(404)
    expect(summaryOf(answer.html)[0]).toContain('Kommentaren som du svarar på finns inte längre.')
    expect(fieldsOf(answer.main)).not.toHaveProperty('parent')
  })

  it('is not there without its article, and follows it to its new address', async () => {
    expect((await site.get('/artiklar/finns-inte/kommentera')).status).toBe(404)
    const moved = await site.get('/artiklar/maja-hor-vattnet/kommentera')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/artiklar/hon-lyssnar-efter-lackor/kommentera'])
  })

  it('takes no other method', async () => {
    const answer = await site.get(form, { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })
})

describe('a comment that is sent', () => {
  it('is shown first as it will look, with everything to send on and the token of the CMS', async () => {
    const answer = await page(site.post(form, { ...oskar, parent }))
    expectOwn(answer)
    expect(answer.status).toBe(200)
    expect(titleOf(answer.html)).toMatch(/^Granska din kommentar\./)
    expect(textsOf(answer.main, 'article')[0]).toContain('Hur länge')
    expect(textsOf(answer.main, 'li')).toEqual([
      'En människa läser kommentaren innan den visas, oftast inom två arbetsdagar. Vi ändrar inte i den. Antingen visas den som den är, eller inte alls.',
      'Den märks som en fråga tills någon har svarat.',
      'Besked skickas till oskar@sjovik.example.',
      'Det du skickar blir normalt en allmän handling. Den kan begäras ut, också om den inte visas här.',
    ])
    expect(fieldsOf(answer.main)).toEqual({ ...oskar, text: 'Hur länge\nräknar ni?', parent, token: examples.preview.token })
    expect(readText(answer.main)).toContain('Granskningen gäller till klockan 21:41.')
  })

  it('goes to the CMS with the reader’s address and this site’s key', async () => {
    await site.post(form, { ...oskar, parent }, { 'x-forwarded-for': '198.51.100.7', 'klartext-reader': '198.51.100.8' })
    expect(site.cms.sent).toHaveLength(1)
    expect(site.cms.sent[0]).toMatchObject({
      path: '/api/v1/articles/varfor-tar-bygglovet-sa-lang-tid/comments/preview',
      headers: { 'klartext-site-key': siteKey, 'klartext-reader': '127.0.0.1' },
      body: { name: 'Oskar', email: 'oskar@sjovik.example', text: 'Hur länge\nräknar ni?', isQuestion: true, parent, homepage: '', language: 'sv' },
    })
  })

  it('can be changed, with nothing lost', async () => {
    const fields = fieldsOf((await page(site.post(form, { ...oskar, parent }))).main)
    const answer = await page(site.post(form, { ...fields, step: 'change' }))
    expect(fieldsOf(answer.main)).toEqual({ ...oskar, text: 'Hur länge\nräknar ni?', parent })
  })

  it.each([
    ['pending', 'mottagen', 'Tack, din kommentar har kommit in'],
    ['approved', 'publicerad', 'Tack, din kommentar är publicerad'],
  ])('once confirmed and %s leads back to the article, which says so first', async (status, word, title) => {
    Object.assign(site.content.sentAnswers, { comments: (): Answer => ({ status: 202, body: { id: 'new0000000000000000000000', receivedAt: '2026-05-08T10:00:00+02:00', status, number: null, links: {} } }) })
    const sent = await site.post(form, { ...oskar, token: examples.preview.token, step: 'send' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${article}?kommentar=${word}#kvitto`])
    expect(site.cms.sent[0]).toMatchObject({ path: '/api/v1/articles/varfor-tar-bygglovet-sa-lang-tid/comments', headers: { 'idempotency-key': examples.preview.token }, body: { text: 'Hur länge\nräknar ni?' } })

    const { headers, html, main } = await page(site.get(`${article}?kommentar=${word}`))
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(titleOf(html)).toMatch(new RegExp(`^${title}\\.`))
    expect(main).toMatch(/<div id="kvitto" class="[^"]*" role="status" tabindex="-1">/)
    expect(occurrences(main, '<form')).toBe(0)
  })

  it('in English leads back in English', async () => {
    const sent = await site.post('/en/articles/she-listens-for-leaks/comment', { ...oskar, token: 't', step: 'send' })
    expect(sent.headers.get('location')).toBe('/en/articles/she-listens-for-leaks?comment=received#receipt')
  })

  it('by a browser that another site told to is not sent, and the form is empty', async () => {
    const { status, main } = await page(site.post(form, { ...oskar, token: examples.preview.token, step: 'send' }, { 'sec-fetch-site': 'cross-site' }))
    expect([status, fieldsOf(main).text]).toEqual([200, ''])
    expect(site.cms.sent).toEqual([])
  })

  it('without a token is shown again instead of sent', async () => {
    expect((await page(site.post(form, { ...oskar, step: 'send' }))).status).toBe(200)
    expect(site.cms.sent.map(({ path }) => path.split('/').at(-1))).toEqual(['preview'])
  })

  it('that would do harm stands as text', async () => {
    const answer = await page(site.post(form, { ...oskar, name: hostile, text: `${hostile}"'&<!--[-->` }))
    expect(scriptsOf(answer.html)).toEqual([])
    expect(fieldsOf(answer.main)).toMatchObject({ name: hostile, text: `${hostile}"'&<!--[-->` })
  })
})

describe('a comment that cannot be taken', () => {
  const long = 'å'.repeat(5001)
  it.each<[string, Answer, number, string | null, RegExp]>([
    ['has no name', badField('name', 'required'), 400, 'name', /^Skriv ett namn/],
    ['has a long name', badField('name', 'too-long'), 400, 'name', /^Namnet får ha högst 80 tecken\. Nu har det 5\./],
    ['has no text', badField('text', 'required'), 400, 'text', /^Skriv något/],
    ['has a long text', badField('text', 'too-long'), 400, 'text', /^Texten är för lång\. Nu har den 5.001 tecken\./],
    ['has half an address', badField('email', 'malformed'), 400, 'email', /^E-postadressen ser inte hel ut/],
    ['answers what is gone', badField('parent', 'not-found'), 400, null, /finns inte längre.*ny kommentar/],
    ['holds what no form sends', badField('language', 'malformed'), 400, null, /gick inte att läsa/],
    ['comes too late', problem(403, 'comments-closed'), 403, null, /^Kommentarerna är stängda/],
    ['comes too often', problem(429, 'rate-limited', {}, { 'retry-after': '170' }), 429, null, /Försök igen om 3 minuter\./],
    ['is too large', problem(413, 'too-large'), 413, 'text', /för stort/],
    ['meets a broken CMS', problem(500, 'internal'), 503, null, /svarar inte just nu/],
    ['meets a tired CMS', problem(503, 'unavailable', {}, { 'retry-after': '90' }), 503, null, /svarar inte just nu/],
    ['has no article any more', problem(404, 'not-found'), 404, null, /inte längre publicerad/],
    ['meets what nobody foresaw', { status: 200, body: { surprise: true } }, 500, null, /gick fel hos oss/],
  ])('since it %s comes back whole, and the page says why', async (_why, refusal, status, field, words) => {
    Object.assign(site.content.sentAnswers, { preview: () => refusal })
    const answer = await page(site.post(form, { ...oskar, text: long, parent }))
    expectOwn(answer)
    expect(answer.status).toBe(status)
    expect(titleOf(answer.html)).toMatch(/^Fel: /)
    expect(summaryOf(answer.html)).toEqual([expect.stringMatching(words)])
    expect(Object.keys(faultsOf(answer.main))).toEqual(field === null ? [] : [field])
    if (field !== null) {
      expect(new RegExp(`<(?:input|textarea)[^>]*\\sid="${field}"[^>]*>`).exec(answer.main)?.[0]).toMatch(new RegExp(`aria-invalid="true"[^>]*aria-describedby="${field}-fault ${field}-hint"`))
      expect(answer.html).toContain(`href="#${field}"`)
    }
    expect(answer.main).toContain(long)
    if (answer.main.includes('<form'))
      expect(fieldsOf(answer.main)).toMatchObject({ name: 'Oskar', email: 'oskar@sjovik.example', text: long, isQuestion: '1' })
    expect(answer.headers.get('retry-after')).toBe({ 429: '170', 503: refusal.headers?.['retry-after'] ?? '60' }[status] ?? null)
  })

  it('for several faults names them all', async () => {
    Object.assign(site.content.sentAnswers, { preview: () => problem(400, 'bad-body', { errors: [{ path: 'name', message: '', code: 'required' }, { path: 'email', message: '', code: 'too-long' }, { path: 'email', message: '', code: 'malformed' }, { path: 'text', message: '', code: 'required' }] }) })
    const { html, main } = await page(site.post(form, { name: '', email: 'x', text: '' }))
    expect(Object.keys(faultsOf(main))).toEqual(['name', 'email', 'text'])
    expect(summaryOf(html)).toHaveLength(3)
    expect(readText(main)).toContain('3 saker behöver ändras')
  })

  it.each([
    ['token-expired', 400, /för lång tid/],
    ['idempotency-key-missing', 400, /för lång tid/],
    ['idempotency-conflict', 422, /redan skickats/],
  ])('for %s starts over with the text', async (name, status, words) => {
    Object.assign(site.content.sentAnswers, { comments: () => problem(status, name) })
    const answer = await page(site.post(form, { ...oskar, token: 'old', step: 'send' }))
    expect(answer.status).toBe(status)
    expect(summaryOf(answer.html)[0]).toMatch(words)
    expect(fieldsOf(answer.main)).toMatchObject({ text: 'Hur länge\nräknar ni?' })
    expect(fieldsOf(answer.main)).not.toHaveProperty('token')
  })

  it('with the CMS away comes back all the same', async () => {
    site.cms.ail('cut')
    const answer = await page(site.post(form, oskar))
    expectOwn(answer)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(fieldsOf(answer.main)).toMatchObject({ name: 'Oskar', text: 'Hur länge\nräknar ni?' })
  })

  it('to a closed article is given back to keep', async () => {
    const answer = await page(site.post(closedForm, oskar))
    expect(answer.status).toBe(403)
    expect(answer.main).toMatch(/<textarea[^>]*readonly[^>]*>Hur länge\nräknar ni\?<\/textarea>/)
    expect(site.cms.sent).toEqual([])
  })

  it('that is huge keeps what was read, whole letters alone, and says so', async () => {
    const answer = await page(site.post(form, { ...oskar, text: '😀'.repeat(20_000) }))
    expect(answer.status).toBe(413)
    const { text = '' } = fieldsOf(answer.main)
    expect([text.length > 10_000, text.replaceAll('😀', '')]).toEqual([true, ''])
    expect(faultsOf(answer.main)).toEqual({ text: expect.stringContaining('slutet inte kom med') })
    expect(site.cms.sent).toEqual([])
  })

  it('far beyond that is answered too', async () => {
    expect((await site.post(form, { ...oskar, text: 'a'.repeat(6_000_000) })).status).toBe(413)
  })

  it('in another format is not read', async () => {
    const answer = await page(site.get(form, { method: 'POST', body: JSON.stringify(oskar), headers: { 'content-type': 'application/json' } }))
    expect([answer.status, summaryOf(answer.html)[0]]).toEqual([415, expect.stringContaining('gick inte att läsa')])
  })
})

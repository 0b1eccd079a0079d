import type { ParsedComment, ParsedPage } from '../../../src/import/parsed-page'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodePage } from '../../../src/import/decode-page'
import { countComments, parsePage } from '../../../src/import/parse-page'

const fixture = (name: string): ParsedPage =>
  parsePage(decodePage(readFileSync(path.join(__dirname, '../../fixtures/import', name))).text)

const typesOf = (page: ParsedPage): string[] => page.parts.map(part => part.type)
const textsOf = (page: ParsedPage, type: 'heading' | 'dialogue' | 'paragraph'): string[] =>
  page.parts.flatMap(part => part.type === type ? [part.text] : [])
const numbers = (comments: ParsedComment[], above = ''): string[] =>
  comments.flatMap((comment, index) => [`${above}${index + 1}`, ...numbers(comment.replies, `${above}${index + 1}.`)])
const placed = (page: ParsedPage, became: string): [number, string | null][] =>
  page.placements.filter(placement => placement.became === became).map(({ line, note }) => [line, note])

describe('a profile', () => {
  const page = fixture('profil-hamnen.sv.txt')

  it('is read whole', () => {
    expect(page).toMatchObject({
      title: 'Hon lärde hamnen att tala',
      kind: 'profile',
      standfirst: expect.stringMatching(/^Det är på kajen .* i Sjöviks hamn\.$/),
      statedPublishedAt: null,
      statedUpdatedAt: '2016-03-17T11:00:00.000Z',
      comments: [],
      commentsOpen: false,
    })
    expect(page.parts[0]).toEqual({ type: 'figure', alt: 'Foto på Solveig Hamrin', caption: null, credit: null })
    expect(page.parts[1]).toMatchObject({ type: 'paragraph', text: expect.stringMatching(/^Solveig Hamrin är utbildad lots/) })
    expect(textsOf(page, 'heading')).toEqual(['Skyltarna som ingen läste', 'Telefonen som lärare', 'När stormen kom'])
    expect(textsOf(page, 'dialogue')).toHaveLength(9)
    expect(textsOf(page, 'dialogue').filter(text => /^–\S/.test(text) && !text.startsWith('–\u00A0'))).toHaveLength(1)
  })

  it('leaves out the loader and reports it', () => {
    expect(placed(page, 'furniture')).toEqual([[47, 'laddningstext'], [48, 'laddningstext']])
    expect(placed(page, 'unplaced')).toEqual([])
    expect(placed(page, 'date')).toEqual([[3, 'ändrad 2016-03-17']])
  })
})

describe('an essay', () => {
  const page = fixture('essa-svaret.sv.txt')

  it('is read whole', () => {
    expect(page).toMatchObject({ kind: 'essay', standfirst: null, statedPublishedAt: null, statedUpdatedAt: null, commentsOpen: true })
    expect(textsOf(page, 'heading')).toEqual([
      'Tre sätt att inte svara',
      'Vad beror det på?',
      'Vi gjorde en lista över det som faktiskt stod i vägen',
      'Och så här gör vi nu',
      'Nu kommer det jobbiga…',
    ])
    expect(page.parts.flatMap(part => part.type === 'list' ? [[part.list.ordered, part.list.items.length]] : [])).toEqual([[false, 3], [true, 3]])
    expect(page.parts.at(-1)).toEqual({ type: 'infographic', alt: 'Frågans väg genom huset – en sammanfattande bild', caption: null, credit: null })
  })

  it('keeps its thread', () => {
    expect(numbers(page.comments)).toEqual(['1', '1.1', '1.1.1', '2', '2.1', '3'])
    expect(page.comments[0]?.replies[0]?.text.split('\n\n')).toEqual(['Elva veckor är för länge. Vilket träd gällde det?', expect.stringMatching(/^Hör gärna/), '/Ebba på kommunen'])
    expect(page.comments.every(({ authorName, writtenAt }) => authorName === null && writtenAt === null)).toBe(true)
  })

  it('reports the furniture, the other count and the line that it does not place', () => {
    expect(placed(page, 'furniture').map(([line]) => line)).toEqual([43, 61, 63, 65, 67, 69, 71, 73])
    expect(placed(page, 'furniture')[0]?.[1]).toBe('kommentarernas rubrik; den räknar 9, i filen finns 6')
    expect(placed(page, 'unplaced')).toEqual([[75, 'står efter kommentarsformuläret']])
  })
})

describe('a page with names and dates', () => {
  const page = fixture('namn-och-datum.sv.txt')

  it('is read whole', () => {
    expect(page).toMatchObject({
      title: 'Ett bibliotek utan tystnad',
      standfirst: expect.stringMatching(/^I ett halvår/),
      statedPublishedAt: '2014-03-03T11:00:00.000Z',
      statedUpdatedAt: '2014-03-05T15:45:00.000Z',
      parts: [
        { type: 'figure', alt: 'Bild av läsesalen en vintermorgon', caption: null, credit: 'Foto: Ragna Ström' },
        { type: 'paragraph' },
        { type: 'list', list: { ordered: false, items: { length: 3 } } },
        { type: 'paragraph' },
      ],
      comments: [
        { authorName: 'Louise Ek', writtenAt: '2014-03-06T11:00:00.000Z', replies: [{ authorName: 'Biblioteket', writtenAt: '2014-03-06T08:30:00.000Z' }] },
        { authorName: 'roffe53', writtenAt: null, text: 'Det var bättre förr.\n\nFörr var det tyst.' },
        { authorName: 'Anna-Karin af Dal', writtenAt: '2014-03-09T11:00:00.000Z' },
      ],
    })
  })
})

describe('a page broken at a width, in Windows-1252 with CRLF', () => {
  const page = fixture('radbruten-windows-1252.sv.txt')

  it('is read whole', () => {
    expect(typesOf(page)).toEqual(['heading', 'paragraph', 'list'])
    expect(page).toMatchObject({
      standfirst: 'I ett år har Norrviks kommun lagt ut sina fakturor. Det tog tolv dagar innan någon hittade ett fel, och det felet var inte litet.',
      statedPublishedAt: '2015-10-01T10:00:00.000Z',
      commentsOpen: false,
      comments: [{
        text: 'Jag hittade tre fel till. De rör samma leverantör och samma månad.\n\nVart skickar jag dem?',
        replies: [{ text: 'Till ekonomi, så svarar vi inom en dag. Tack för att du letar!' }],
      }],
    })
  })
})

describe('the head', () => {
  const body = 'En mening som hör till texten och som slutar med punkt.'
  const lead = 'En mening som är ingress, för den står rätt.'
  const head = (...lines: string[]) => {
    const { standfirst, statedPublishedAt, statedUpdatedAt, parts } = parsePage(['Rubriken', ...lines, body].join('\n\n'))
    return [standfirst, statedPublishedAt?.slice(0, 10) ?? null, statedUpdatedAt?.slice(0, 10) ?? null, parts.length]
  }
  it.each([
    ['no date, so no standfirst', [lead], [null, null, null, 2]],
    ['a date line', ['- Ändrad: 2 december 2014', lead], [lead, null, '2014-12-02', 1]],
    ['a date alone', ['2 december 2014', lead], [lead, '2014-12-02', null, 1]],
    ['two date lines', ['Publicerad: 2014-12-01', 'Ändrad: 2014-12-02', lead], [lead, '2014-12-01', '2014-12-02', 1]],
    ['a stated standfirst', [`Ingress: ${lead}`], [lead, null, null, 1]],
    ['a stated standfirst on a line of its own', ['Ingress', lead], [lead, null, null, 1]],
    ['a date below a stated standfirst', [`Ingress: ${lead}`, 'Ändrad: 2014-12-02'], [lead, null, '2014-12-02', 1]],
    ['a byline between title and date', ['Av Anna Ek', '2014-12-01', lead], [lead, '2014-12-01', null, 2]],
    ['a picture directly below the date', ['Ändrad: 2014-12-02', 'Foto på Anna Ek', lead], [null, null, '2014-12-02', 3]],
    ['a picture glued to a paragraph there', ['Ändrad: 2014-12-02', `Foto på Anna EkAnna Ek är lots. ${lead}`], [null, null, '2014-12-02', 3]],
    ['a subheading directly below the date', ['Ändrad: 2014-12-02', 'Två sätt', lead], [null, null, '2014-12-02', 3]],
    ['a spoken line directly below the date', ['Ändrad: 2014-12-02', '– Nej.', lead], [null, null, '2014-12-02', 3]],
    ['a paragraph too long for a standfirst', ['Ändrad: 2014-12-02', `${'Lång mening. '.repeat(50)}`], [null, null, '2014-12-02', 2]],
    ['only one paragraph below the date', ['Ändrad: 2014-12-02'], [null, null, '2014-12-02', 1]],
    ['a day that does not exist', ['Ändrad: 31 februari 2014', lead], [null, null, null, 2]],
    ['buttons and a link to the comments', ['Skriv ut', '5 kommentarer', 'Ändrad: 2014-12-02', 'Lyssna', lead], [lead, null, '2014-12-02', 1]],
    ['the title once more', ['Rubriken', 'Ändrad: 2014-12-02', lead], [lead, null, '2014-12-02', 1]],
  ])('%s', (_, lines, expected) => {
    expect(head(...lines)).toEqual(expected)
  })
})

it('a writer behind the date is told to the editor', () => {
  const { placements } = parsePage('Rubriken\n\nPublicerad 2 december 2014 av Anna Ek\n\nText.')
  expect(placements[1]).toEqual({ line: 3, text: 'Publicerad 2 december 2014 av Anna Ek', became: 'date', note: 'publicerad 2014-12-02; skribenten väljs i adminen' })
})

describe('kind and comments', () => {
  const spoken = (count: number): string => '– Så sade jag.\n\n'.repeat(count)
  it.each([
    ['two spoken lines make a profile', `T\n\n${spoken(2)}`, 'profile', 0, false],
    ['one does not', `T\n\n${spoken(1)}`, 'essay', 0, false],
    ['comments make it an essay', `T\n\n${spoken(3)}1 kommentar\n\n 1. Ja.`, 'essay', 1, true],
    ['a form opens comments', `T\n\nEn text.\n\nLämna ett svar`, 'essay', 0, true],
    ['closed comments', `T\n\nEn text.\n\n1 kommentar\n\n 1. Ja.\n\nComments are closed.`, 'essay', 1, false],
    ['a form label inside a text is not the end of it', `T\n\nEn text.\n\nLämna ett svar\n\n${'Långt stycke efter. '.repeat(9)}`, 'essay', 0, true],
    ['a subheading that counts is no thread', `T\n\nEn text.\n\nFem tankar om språk\n\n1. Läs.\n\n2. Skriv.`, 'essay', 0, false],
  ])('%s', (_, text, kind, count, commentsOpen) => {
    const page = parsePage(text)
    expect([page.kind, countComments(page.comments), page.commentsOpen]).toEqual([kind, count, commentsOpen])
  })

  it('keeps what follows a form label inside a text', () => {
    expect(parsePage(`T\n\nEn text.\n\nLämna ett svar\n\n${'Långt stycke efter. '.repeat(9)}`).parts).toHaveLength(2)
  })
})

describe('a file that cannot come in', () => {
  it.each([
    ['nothing but a title', 'Rubriken\n', 'Filen har en rubrik men ingen text under den.'],
    ['nothing but furniture', 'loader\nLaddar', /^Filen har ingen rubrik/],
    ['a date first', '\n- Ändrad: 2 december 2014\n\nText.', /^Rad 2: filen ska börja med sidans rubrik/],
    ['a spoken line first', '– Nej.\n\nText.', /^Rad 1: filen ska börja med sidans rubrik/],
    ['a picture first', 'Foto på Anna Ek\n\nText.', /^Rad 1: filen ska börja med sidans rubrik/],
    ['a title too long', `${'a'.repeat(201)}\n\nText.`, /^Rad 1: rubriken är 201 tecken lång; den får ha högst 200/],
    ['too many lines', 'Rubriken\n\nText.\n'.repeat(10_001), 'Filen har 20002 rader text; en sparad sida har högst 20000. Spara varje sida i en egen fil.'],
    ['a thread without a text', 'Rubriken\n\n2 kommentarer\n\n 1. Ja.', /ingen text under den/],
  ])('%s', (_, text, message) => {
    expect(() => parsePage(text)).toThrow(message)
  })

  it('takes a title of 200 characters', () => {
    expect(parsePage(`${'a'.repeat(200)}\n\nText.`).title).toHaveLength(200)
  })

  it('says what to do with HTML', () => {
    expect(() => fixture('sparad-som-html.txt')).toThrow(/HTML.*spara den som text/)
  })
})

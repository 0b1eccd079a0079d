import { describe, expect, it } from 'vitest'
import { readLines } from '../../../src/import/page-lines'
import { parseBody } from '../../../src/import/parse-body'

const none = { publishedAt: null, updatedAt: null }
const long = 'En mening som är lång nog för att ingen ska ta den för en mellanrubrik, för den slutar med punkt.'

/** The parts as short lines: `h` heading, `p` paragraph, `d` dialogue, `•` and `1` lists, `f` figure, `i` infographic. */
function outline(text: string): string[] {
  const { parts } = parseBody(readLines(text), { ...none })
  return parts.map((part) => {
    switch (part.type) {
      case 'list': return `${part.list.ordered ? '1' : '•'} ${part.list.items.map(item => item.text + (item.list ? ` (${item.list.ordered ? '1' : '•'} ${item.list.items.map(inner => inner.text).join(' | ')})` : '')).join(' | ')}`
      case 'figure': return `f ${[part.alt, part.caption, part.credit].filter(text => text !== null).join(' / ')}`
      case 'infographic': return `i ${part.alt}`
      default: return `${part.type.charAt(0)} ${part.text}`
    }
  }).map(line => line.replaceAll(long, '~'))
}

describe('subheadings', () => {
  it.each([
    ['a short line before text', `${long}\n\nTvå sätt\n\n${long}`, ['p ~', 'h Två sätt', 'p ~']],
    ['one word', `Skolan\n\n${long}`, ['h Skolan', 'p ~']],
    ['a question', `Hur gick det till?\n\n${long}`, ['h Hur gick det till?', 'p ~']],
    ['an ellipsis', `Nu blir det svårt…\n\n${long}`, ['h Nu blir det svårt…', 'p ~']],
    ['a call', `Kom igång nu!\n\n${long}`, ['h Kom igång nu!', 'p ~']],
    ['before a list', 'Och mycket, mycket mer kommer\n\n• ett\n\n• två', ['h Och mycket, mycket mer kommer', '• ett | två']],
    ['before a spoken line', 'Telefonen som lärare\n\n– Jag för bok.', ['h Telefonen som lärare', 'd – Jag för bok.']],
    ['with a number of its own', `1. Inledning\n\n${long}\n\n2. Metod\n\n${long}`, ['h 1. Inledning', 'p ~', 'h 2. Metod', 'p ~']],
    ['right above its text', `${long}\n\nTvå sätt\n${long}`, ['p ~', 'h Två sätt', 'p ~']],
    ['one below the other', `Två sätt\n\nDet första\n\n${long}`, ['h Två sätt', 'h Det första', 'p ~']],
    ['on a page without blank lines', `${long}\nTvå sätt\n${long}`, ['p ~', 'h Två sätt', 'p ~']],
    ['in quotation marks', `”Vi lyssnar inte”\n\n${long}`, ['h ”Vi lyssnar inte”', 'p ~']],
    ['above furniture', `Två sätt\n\nloader\n\n${long}`, ['h Två sätt', 'p ~']],
  ])('%s', (_, text, parts) => {
    expect(outline(text)).toEqual(parts)
  })

  it.each([
    ['nothing follows', `${long}\n\nAnna Ek`, ['p ~', 'p Anna Ek']],
    ['a full stop ends it', `Så är det.\n\n${long}`, ['p Så är det.', 'p ~']],
    ['a colon ends it', `Han säger:\n\n– Nej.`, ['p Han säger:', 'd – Nej.']],
    ['it holds two sentences', `Nej! Vad gör du\n\n${long}`, ['p Nej! Vad gör du', 'p ~']],
    ['it opens with a small letter', `och så vidare\n\n${long}`, ['p och så vidare', 'p ~']],
    ['it is a long question', `Vem ska då svara på frågan som ingen ville ställa?\n\n${long}`, ['p Vem ska då svara på frågan som ingen ville ställa?', 'p ~']],
    ['it is long', `Det här är en rad som saknar punkt men som ändå är alldeles för lång för en rubrik\n\n${long}`, ['p Det här är en rad som saknar punkt men som ändå är alldeles för lång för en rubrik', 'p ~']],
    ['it is one of a list without marks', `Mat\n\nEl\n\nHyra\n\nVad vi gjorde\n\n${long}`, ['p Mat', 'p El', 'p Hyra', 'h Vad vi gjorde', 'p ~']],
    ['short lines stand in a block', `${long}\n\nStorgatan 1\n251 89 Sjövik\n\n${long}`, ['p ~', 'p Storgatan 1', 'p 251 89 Sjövik', 'p ~']],
    ['it is a byline', `Av Anna Ek\n\n${long}`, ['p Av Anna Ek', 'p ~']],
    ['it is an address', `Anna.ek@sjovik.example\n\n${long}`, ['p Anna.ek@sjovik.example', 'p ~']],
  ])('none where %s', (_, text, parts) => {
    expect(outline(text)).toEqual(parts)
  })
})

describe('lists', () => {
  it.each([
    ['bullets', '• ett\n• två', ['• ett | två']],
    ['bullets with blank lines between', '• Ett.\n\n• Två.', ['• Ett. | Två.']],
    ['stars', '* ett\n* två', ['• ett | två']],
    ['one bullet', `• ett\n\n${long}`, ['• ett', 'p ~']],
    ['hyphens without sentences', '- ett\n- två', ['• ett | två']],
    ['hyphens right below each other, with sentences', `${long}\n\n- Ett.\n- Två.`, ['p ~', '• Ett. | Två.']],
    ['dashes without sentences', '– ett\n\n– två', ['• ett | två']],
    ['numbers', '1. Ett.\n\n2. Två.\n\n3. Tre.', ['1 Ett. | Två. | Tre.']],
    ['numbers with brackets', '1) ett\n2) två', ['1 ett | två']],
    ['a text between parts them', `• ett\n\n${long}\n\n• två`, ['• ett', 'p ~', '• två']],
    ['two kinds are two lists', '• ett\n\n1. a\n2. b', ['• ett', '1 a | b']],
    ['one inside another', '• ett\n  • a\n  • b\n• två', ['• ett (• a | b) | två']],
    ['numbers inside bullets', '• ett\n  1. a\n  2. b\n• två', ['• ett (1 a | b) | två']],
    ['bullets inside numbers', '1. ett\n   • a\n2. två', ['1 ett (• a) | två']],
    ['back out by two', '• ett\n  • a\n    • djup\n• två', ['• ett (• a) | två']],
    ['an item on two lines', '• ett\n  och lite till\n• två', ['• ett och lite till | två']],
    ['a line at the margin below an item is text', '• ett\nEn rad vid marginalen.', ['• ett', 'p En rad vid marginalen.']],
    ['a bullet without text is left out', '•\n• ett', ['• ett']],
    ['a bullet alone on its line', '•\nett\n\n•\n\ntvå', ['• ett | två']],
    ['numbers that do not begin at 1 keep them', '3. Ett.\n\n4. Två.', ['p 3. Ett.', 'p 4. Två.']],
    ['a number alone is text', '1. Ett.', ['p 1. Ett.']],
  ])('%s', (_, text, parts) => {
    expect(outline(text)).toEqual(parts)
  })
})

describe('spoken lines', () => {
  it.each([
    ['a dash with a no-break space', '–\u00A0Jag vet inte.', ['d –\u00A0Jag vet inte.']],
    ['a dash without a space', '–Jag vet inte.', ['d –Jag vet inte.']],
    ['a hyphen', '- Jag vet inte.', ['d - Jag vet inte.']],
    ['an em dash', '— Jag vet inte.', ['d — Jag vet inte.']],
    ['two in a row', '– Nej.\n\n– Jo!', ['d – Nej.', 'd – Jo!']],
    ['one without a full stop', '– Jag vet inte', ['d – Jag vet inte']],
    ['two, one of them a sentence', '- ett\n- Två.', ['d - ett', 'd - Två.']],
    ['hyphens with blank lines between', '- Nej.\n\n- Jo!', ['d - Nej.', 'd - Jo!']],
    ['dashes right below each other', `${long}\n\n– Nej.\n– Jo!`, ['p ~', 'd – Nej.', 'd – Jo!']],
    ['hyphens right below each other that say who speaks', `${long}\n\n- Nej, säger hon.\n- Jo!`, ['p ~', 'd - Nej, säger hon.', 'd - Jo!']],
    ['degrees below zero are none', '-5 grader var det.', ['p -5 grader var det.']],
  ])('%s', (_, text, parts) => {
    expect(outline(text)).toEqual(parts)
  })
})

describe('pictures', () => {
  it.each([
    ['caption and credit below', 'Foto på Anna Ek\nBildtext: Anna på kajen.\nFoto: Bo Dal', ['f Foto på Anna Ek / Anna på kajen. / Foto: Bo Dal']],
    ['a credit without a picture is text', `${long}\n\nFoto: Bo Dal`, ['p ~', 'p Foto: Bo Dal']],
    ['a glued paragraph', `Foto på Anna EkAnna Ek är lots.`, ['f Foto på Anna Ek', 'p Anna Ek är lots.']],
    ['a glued spoken line', `Foto på Anna Ek– Jag är lots.`, ['f Foto på Anna Ek', 'd – Jag är lots.']],
    ['an infographic', `${long}\n\nVägen genom huset – en bild`, ['p ~', 'i Vägen genom huset – en bild']],
    ['below a subheading', `Så gick det\n\nFoto på Anna Ek`, ['h Så gick det', 'f Foto på Anna Ek']],
  ])('%s', (_, text, parts) => {
    expect(outline(text)).toEqual(parts)
  })
})

describe('dates below the text', () => {
  const parse = (text: string, dates = { ...none }) => ({ dates, placements: parseBody(readLines(text), dates).placements })

  it('are taken where the head states none', () => {
    const { dates, placements } = parse(`${long}\n\nSenast uppdaterad: 2014-12-02`)
    expect(dates).toEqual({ publishedAt: null, updatedAt: '2014-12-02T11:00:00.000Z' })
    expect(placements.map(({ line, became, note }) => [line, became, note])).toContainEqual([3, 'date', 'ändrad 2014-12-02'])
  })

  it.each([
    ['2014-12-02', 'furniture', 'datumet en gång till'],
    ['2014-12-03', 'unplaced', 'ett annat datum står redan högre upp'],
    ['i går', 'unplaced', 'datumet går inte att läsa'],
  ])('%s below another date is %s', (day, became, note) => {
    const { dates, placements } = parse(`${long}\n\nÄndrad: ${day}`, { publishedAt: null, updatedAt: '2014-12-02T11:00:00.000Z' })
    expect(dates.updatedAt).toBe('2014-12-02T11:00:00.000Z')
    expect(placements).toContainEqual({ line: 3, text: `Ändrad: ${day}`, became, note })
  })
})

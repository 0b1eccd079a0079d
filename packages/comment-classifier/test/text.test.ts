import { describe, expect, it } from 'vitest'
import { featuresOf, scoreSpam, SPAM_THRESHOLD } from '../src/index.js'
import { takeLinks, wordsOfLink } from '../src/text/links.js'
import { plainLetters } from '../src/text/plain-letters.js'

describe('letters as they are read', () => {
  it.each([
    ['ｂｉｌｌｉｇａ ｌåｎ', 'billiga lån'],
    ['𝐕𝐢𝐧𝐧 nu', 'Vinn nu'],
    ['ca\u200Bsi\u00ADno', 'casino'],
    ['l å n a nu', 'låna nu'],
    ['c.a.s.i.n.o nu', 'casino nu'],
    ['v1nn p3ngar', 'vinn pengar'],
    ['E4 och väg 23, 1 600 kr, kl. 10.30', 'E4 och väg 23, 1 600 kr, kl. 10.30'],
    ['t.ex. bl.a. i å', 't.ex. bl.a. i å'],
    ['a\u030A', 'å'],
  ])('%s', (written, read) => expect(plainLetters(written)).toBe(read))
})

describe('links', () => {
  it.each<[text: string, links: string[], emails?: string[]]>([
    ['Se https://sjovik.example/a?b=1.', ['https://sjovik.example/a?b=1.']],
    ['www.lån.example och sjovik.example/taxa', ['www.lån.example', 'sjovik.example/taxa']],
    ['kom till billigt . com nu', ['billigt.com']],
    ['billigt(punkt)example', ['billigt.example']],
    ['Klart.Sen gick vi, t.ex. hem kl. 10.30, bl.a.', []],
    ['Det kostar 1.200 kr. Vi ses', []],
    ['skriv till anna@brev.example', [], ['anna@brev.example']],
    ['skriv till anna(at)brev.example', [], ['anna(at)brev.example']],
  ])('in "%s"', (text, links, emails = []) => {
    expect(takeLinks(text)).toMatchObject({ links, emails })
  })

  it.each([
    ['https://www.billiga-lan.example/sok?ref=12', ['billiga', 'lan', 'sok', 'ref']],
    ['sjovik.example', ['sjovik']],
    ['anna@brev.example', ['anna', 'brev']],
  ])('%s holds the words %j', (link, words) => expect(wordsOfLink(link)).toEqual(words))

  it('tell the same whichever registry ends them', () => {
    expect(featuresOf('se https://billigt.com')).toEqual(featuresOf('se https://billigt.example'))
  })
})

describe('spam that is dressed up', () => {
  it.each([
    'ＳＰＥＬＡ ＣＡＳＩＮＯ gratis bonus spins',
    'c a s i n o bonus gratis spins',
    'C.A.S.I.N.O bonus gratis spins',
    'ca\u200Bsi\u200Bno bo\u00ADnus gratis sp\u2060ins',
    'c4sin0 b0nus gr4tis sp1ns',
    'snabba lån utan säkerhet pengarna på kontot, supersnabblan . example',
  ])('%s', text => expect(scoreSpam(text)).toBeGreaterThanOrEqual(SPAM_THRESHOLD))
})

describe('the name', () => {
  it('adds what it says', () => {
    const text = 'Bra skrivet, tack!'
    expect(scoreSpam(text, 'Casino bonus lån utan UC')).toBeGreaterThan(scoreSpam(text))
  })

  it.each([
    'Lotta',
    'Sven-Erik Öst',
    'Ingegerd',
    'Svetlana',
    'Olena',
    'Mohammed',
    'Fatima',
    'Nguyen',
    'Wanjiru',
    'Aleksandra',
    'Juan Carlos',
    'Siiri',
    'Olga',
    'Abdi',
    'Mehmet',
    'Chidi',
    'Precious',
    'Li Wei',
    'Amina',
    'Gustavo',
    'Grace',
    'Zuzanna',
    'Đorđe',
    'Юлія',
    'محمد',
    '王芳',
    'Anonym',
    'Arg invånare',
  ])('counts for nothing when it is what a person is called: %s', (name) => {
    for (const text of ['Tack för svaret.', 'När öppnar badet?', 'Läs mer på https://sjovik.example/taxa', 'HALLÅ!!!'])
      expect(Math.abs(scoreSpam(text, name) - scoreSpam(text))).toBeLessThan(0.1)
  })

  it('never makes a comment more honest', () => {
    const text = 'Låna pengar utan säkerhet på snabbt.example'
    for (const name of ['Kommunen', 'varför', 'Jag undrar när skolan', ''])
      expect(scoreSpam(text, name)).toBeGreaterThanOrEqual(scoreSpam(text))
  })
})

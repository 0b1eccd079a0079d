import { describe, expect, it } from 'vitest'
import { featuresOf, scoreSpam, SPAM_THRESHOLD } from '../src/index.js'
import { passagesOf } from '../src/spam/passages.js'
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

describe('spam among honest words', () => {
  const story = 'Jag har bott på Strandgatan i 41 år och aldrig har det varit så här skräpigt. Förr kom det en man med kärra varje fredag, han hette Rune, och då var det rent och snyggt. Nu är det papper och fimpar överallt, och när man ringer får man trycka ettan och tvåan, och sedan bryts samtalet.'
  const spam = 'Låna pengar utan säkerhet, 300 000 kr på fem minuter, ansök på snabbkronan.example'

  it.each([
    ['before', `${story} ${spam}`],
    ['behind', `${spam} ${story}`],
    ['around', `${story}\n\n${spam}\n\n${story}`],
    ['many times around', `${story.repeat(6)} ${spam} ${story.repeat(6)}`],
  ])('is seen with an honest story %s it', (_, text) => expect(scoreSpam(text)).toBeGreaterThanOrEqual(SPAM_THRESHOLD))

  it('leaves the story alone', () => expect(scoreSpam(story.repeat(3))).toBeLessThan(SPAM_THRESHOLD))
})

describe('passages', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`)

  it.each([0, 1, 24, 30])('%i words have none', count => expect(passagesOf(words(count).join(' '))).toEqual([]))

  it.each([31, 36, 37, 48, 100])('%i words: each word, the first and the last included, in passages of 24', (count) => {
    const passages = passagesOf(words(count).join('\n')).map(passage => passage.split(' '))
    expect(passages.every(({ length }) => length === 24)).toBe(true)
    expect([...new Set(passages.flat())]).toEqual(words(count))
    expect(new Set(passages.map(([first]) => first)).size).toBe(passages.length)
  })
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

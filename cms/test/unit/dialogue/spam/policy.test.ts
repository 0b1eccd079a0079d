import type { Evidence, Lookups, Rule } from '../../../../src/dialogue/spam/rule'
import { describe, expect, it } from 'vitest'
import { findingsOn, policy } from '../../../../src/dialogue/spam/policy'
import { classifier } from '../../../../src/dialogue/spam/rules/classifier'
import { duplicate } from '../../../../src/dialogue/spam/rules/duplicate'
import { honeypot } from '../../../../src/dialogue/spam/rules/honeypot'
import { linkDensity } from '../../../../src/dialogue/spam/rules/link-density'
import { mixedScripts } from '../../../../src/dialogue/spam/rules/mixed-scripts'
import { rateArticle, rateSender, rateSite } from '../../../../src/dialogue/spam/rules/rates'
import { tokenAge } from '../../../../src/dialogue/spam/rules/token-age'

const honest: Evidence = {
  articleId: 'artikel00001',
  name: 'Birgitta',
  text: 'Varför stängs biblioteket redan klockan fem på fredagar?',
  homepage: '',
  previewAge: 20_000,
  spamScore: 0.02,
  senderHash: 'hash',
  now: new Date('2026-05-01T10:00:00Z'),
}

const quiet: Lookups = { spend: async () => null, sameTextElsewhere: async () => ({ otherArticles: 0, otherSenders: 0 }) }

const weightOf = async (rule: Rule, evidence: Partial<Evidence>, lookups: Partial<Lookups> = {}) =>
  (await rule.look({ ...honest, ...evidence }, { ...quiet, ...lookups }))?.weight ?? null

describe('honeypot', () => {
  it.each([['', null], ['  ', null], ['https://a.example', 'spam']])('"%s" is %s', async (homepage, weight) => expect(await weightOf(honeypot, { homepage })).toBe(weight))
})

describe('token-age', () => {
  it.each([[null, null], [3_000, null], [2_999, 'suspect'], [0, 'suspect'], [-5, 'suspect']])('%s ms is %s', async (previewAge, weight) => expect(await weightOf(tokenAge, { previewAge })).toBe(weight))
})

describe('rates', () => {
  it.each([['sender', rateSender, 'hash'], ['article', rateArticle, 'artikel00001'], ['site', rateSite, 'all']] as const)('%s counts by its own key, and refuses with the time to wait', async (scope, rule, key) => {
    const asked: string[][] = []
    const spend = async (...call: string[]) => {
      asked.push(call)
      return 37
    }
    expect(await rule.look(honest, { ...quiet, spend })).toMatchObject({ rule: `rate-${scope}`, weight: 'refuse', retryAfter: 37 })
    expect(asked).toEqual([[scope, key]])
    expect(await rule.look(honest, quiet)).toBeNull()
  })
})

describe('duplicate', () => {
  it.each([
    [{ otherArticles: 0, otherSenders: 0 }, null],
    [{ otherArticles: 0, otherSenders: 1 }, 'suspect'],
    // a campaign of many people under one article is not spam
    [{ otherArticles: 0, otherSenders: 40 }, 'suspect'],
    [{ otherArticles: 1, otherSenders: 0 }, 'suspect'],
    [{ otherArticles: 3, otherSenders: 0 }, 'spam'],
  ])('%o is %s', async (found, weight) => expect(await weightOf(duplicate, {}, { sameTextElsewhere: async () => found })).toBe(weight))

  it('does not ask about what many say', async () => expect(await weightOf(duplicate, { text: 'Tack för svaret!' }, { sameTextElsewhere: async () => ({ otherArticles: 9, otherSenders: 9 }) })).toBeNull())
})

describe('link-density', () => {
  const words = 'ett ord till och ett till '
  it.each([
    ['no link', words, null],
    ['one link in a text', `${words}https://a.example/sida`, null],
    ['two links in a text', `${words}${words}https://a.example och www.b.example`, null],
    ['one link and a word', 'Kolla https://a.example', 'suspect'],
    ['three links in a long text', `${words.repeat(4)} https://a.example https://b.example https://c.example`, 'suspect'],
    ['three links and few words', `${words} https://a.example https://b.example https://c.example`, 'spam'],
    ['eight links in a long text', `${words.repeat(20)}${' www.a.example'.repeat(8)}`, 'spam'],
    ['a forum\'s link', `${words}[url=https://a.example]billigt[/url]`, 'spam'],
    ['a web page\'s link', `${words.repeat(3)}<a href="https://a.example">billigt</a>`, 'suspect'],
    ['about links, without one', 'Länken [1] till <a> går inte, www fungerar inte.', null],
  ])('%s', async (_, text, weight) => expect(await weightOf(linkDensity, { text })).toBe(weight))

  it('looks at the name', async () => expect(await weightOf(linkDensity, { name: 'www.a.example' })).toBe('suspect'))
})

describe('mixed-scripts', () => {
  it.each([
    ['Swedish', 'Å, ä och ö är bokstäver.', null],
    ['Ukrainian', 'Дякую, коли відкриється бібліотека?', null],
    ['Greek and Swedish side by side', 'Skolan lär ut ελληνικά på tisdagar', null],
    ['units', '10 µm, 4 kΩ, α-strålning', null],
    ['Arabic and numbers', 'متى تفتح المكتبة 2026?', null],
    ['one word of two alphabets', 'Logga in på Swedbаnk', 'suspect'],
    ['three of them', 'Swedbаnk BаnkID Klаrnа', 'spam'],
    ['letters of mathematics', '𝐅𝐑𝐄𝐄 pengar', 'suspect'],
    ['letters of full width', 'ＦＲＥＥ pengar', 'suspect'],
  ])('%s', async (_, text, weight) => expect(await weightOf(mixedScripts, { text })).toBe(weight))

  it('looks at the name', async () => expect(await weightOf(mixedScripts, { name: 'Аdmin' })).toBe('suspect'))
})

describe('classifier', () => {
  it.each([[0, null], [0.49, null], [0.5, 'suspect'], [0.94, 'suspect'], [0.95, 'spam'], [1, 'spam']])('%s is %s', async (spamScore, weight) => expect(await weightOf(classifier, { spamScore })).toBe(weight))

  it('puts no few words aside by itself', async () => expect(await weightOf(classifier, { spamScore: 0.99, text: 'Hej! Se https://a.example/b-c-d-e-f-g-h' })).toBe('suspect'))
})

describe('the policy', () => {
  it('is this list', () => expect(policy.map(rule => rule.name)).toEqual(['honeypot', 'token-age', 'rate-sender', 'rate-article', 'rate-site', 'duplicate', 'link-density', 'mixed-scripts', 'classifier']))

  it('finds nothing in an honest comment', async () => expect(await findingsOn(honest, quiet)).toEqual([]))

  it('tells everything that it finds, in its order', async () => {
    const findings = await findingsOn({ ...honest, homepage: 'x', previewAge: 10, text: 'Kolla https://a.example', spamScore: 0.7 }, quiet)
    expect(findings).toEqual([
      { rule: 'honeypot', weight: 'spam', detail: 'Fältet som bara maskiner ser var ifyllt.' },
      { rule: 'token-age', weight: 'suspect', detail: 'Skickades in 0,0 sekunder efter granskningen.' },
      { rule: 'link-density', weight: 'suspect', detail: 'En länk på ett ord.' },
      { rule: 'classifier', weight: 'suspect', detail: 'Texten liknar skräppost till 70 procent.' },
    ])
  })

  it('stops where one refuses: what one sender sends too often uses up no article\'s and no site\'s limit', async () => {
    const asked: string[] = []
    const spend: Lookups['spend'] = async (scope) => {
      asked.push(scope)
      return 5
    }
    expect((await findingsOn({ ...honest, homepage: 'x' }, { ...quiet, spend })).map(finding => finding.rule)).toEqual(['honeypot', 'rate-sender'])
    expect(asked).toEqual(['sender'])
  })
})

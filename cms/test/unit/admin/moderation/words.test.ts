import { readFileSync } from 'node:fs'
import path from 'node:path'
import { commentRules } from '@klartext/contract'
import { describe, expect, it } from 'vitest'
import { describeFailure } from '../../../../src/admin/moderation/data/failure'
import { ageInWords, instantInWords, overdueInWords } from '../../../../src/admin/moderation/words/ages'
import { historyInWords } from '../../../../src/admin/moderation/words/history'
import { standsIn } from '../../../../src/admin/moderation/words/queues'
import { bulkInWords, decidedInWords } from '../../../../src/admin/moderation/words/results'
import { isRule, ruleInWords } from '../../../../src/admin/moderation/words/rules'

const now = Date.parse('2026-11-27T12:00:00.000Z')

describe('ageInWords', () => {
  it.each([
    ['2026-11-27T11:59:30.000Z', 'alldeles nyss'],
    // a clock that runs ahead
    ['2026-11-27T12:00:10.000Z', 'alldeles nyss'],
    ['2026-11-27T11:59:00.000Z', 'för 1 minut sedan'],
    ['2026-11-27T11:01:00.000Z', 'för 59 minuter sedan'],
    ['2026-11-27T11:00:00.000Z', 'för 1 timme sedan'],
    ['2026-11-26T12:00:01.000Z', 'för 23 timmar sedan'],
    ['2026-11-26T12:00:00.000Z', 'för 1 dag sedan'],
    ['2026-11-22T12:00:00.000Z', 'för 5 dagar sedan'],
    ['2026-09-29T12:00:00.000Z', 'för 59 dagar sedan'],
    ['2026-08-27T12:00:00.000Z', 'för 3 månader sedan'],
    ['2023-11-20T12:00:00.000Z', 'för 3 år sedan'],
  ])('%s is %s', (at, words) => {
    expect(ageInWords(at, now)).toBe(words)
  })
})

it.each([
  ['2026-11-27T23:30:00.000Z', '28 november 2026 kl. 00:30'],
  ['2026-06-01T12:05:00.000Z', '1 juni 2026 kl. 14:05'],
])('%s is %s in Sweden', (at, words) => {
  expect(instantInWords(at)).toBe(words)
})

it('says how long is too long', () => {
  expect([1, 2].map(overdueInWords)).toEqual(['Har väntat mer än 1 dag', 'Har väntat mer än 2 dagar'])
})

describe('historyInWords', () => {
  const at = '2026-06-01T12:05:00.000Z'
  it.each([
    [{ at, event: 'received', rule: null, actor: 'Avsändaren' }, 'Kom in, 1 juni 2026 kl. 14:05'],
    [{ at, event: 'approved', rule: null, actor: 'Mona Ek' }, 'Godkändes av Mona Ek, 1 juni 2026 kl. 14:05'],
    [{ at, event: 'hidden', rule: 'personal-attack', actor: 'Mona Ek' }, 'Doldes enligt regeln ”Personangrepp” av Mona Ek, 1 juni 2026 kl. 14:05'],
    [{ at, event: 'withdrawn', rule: null, actor: 'Avsändaren' }, 'Togs tillbaka av avsändaren, 1 juni 2026 kl. 14:05'],
    [{ at, event: 'unheard-of', rule: 'Ton', actor: 'Klartext' }, 'unheard-of enligt regeln ”Ton” av Klartext, 1 juni 2026 kl. 14:05'],
  ])('%o', (entry, words) => {
    expect(historyInWords(entry)).toBe(words)
  })
})

describe('standsIn', () => {
  const item = { status: 'approved', isQuestion: true, answeredAt: null, openReports: 0 } as const
  it.each([
    ['waiting', { ...item, status: 'pending' }, true],
    ['waiting', item, false],
    ['questions', item, true],
    ['questions', { ...item, answeredAt: '2026-06-01T12:05:00.000Z' }, false],
    ['questions', { ...item, isQuestion: false }, false],
    ['questions', { ...item, status: 'pending' }, false],
    ['reported', item, false],
    ['reported', { ...item, openReports: 1 }, true],
    ['approved', item, true],
    ['hidden', { ...item, status: 'hidden' }, true],
    ['hidden', { ...item, status: 'pending' }, false],
  ] as const)('%s, %o: %s', (queue, changed, stands) => {
    expect(standsIn(queue, changed)).toBe(stands)
  })
})

describe('what came of it', () => {
  it('names the sender', () => {
    expect(decidedInWords('decline', { name: 'Anna' })).toBe('Kommentaren av Anna är avböjd.')
    expect(decidedInWords('spam', { name: null })).toBe('Kommentaren av Namn saknas är märkt som skräppost.')
  })

  const refused = { id: 'b', message: 'Mona Ek godkände den.' }
  it.each([
    [[], [refused], 'Ingen kommentar ändrades. 1 blev inte ändrad:', ['Berit: Mona Ek godkände den.']],
    [['a'], [], '1 kommentar är godkänd.', []],
    [['a', 'c', 'd'], [refused, { id: 'unknown', message: 'Den finns inte längre.' }], '3 kommentarer är godkända. 2 blev inte ändrade:', ['Berit: Mona Ek godkände den.', 'Den finns inte längre.']],
  ])('tells of %j and %j', (done, refusals, text, details) => {
    const items = done.map(id => ({ id }))
    expect(bulkInWords('approve', { done: items, refused: refusals }, [{ id: 'b', name: 'Berit' }])).toEqual({ text, details })
  })
})

describe('describeFailure', () => {
  it('lets the server say who was first', () => {
    expect(describeFailure({ status: 409, name: 'ConflictError', message: 'Mona Ek godkände den.', details: {} })).toEqual({ text: 'Mona Ek godkände den.', isConflict: true })
  })

  it.each([
    [{ name: 'TypeError', message: 'Failed to fetch' }, /^Det gick inte att nå servern\..*står kvar\.$/],
    [{ name: 'ForbiddenError', status: 403, message: 'Forbidden' }, /^Du har inte rätt/],
    [{ name: 'NotFoundError', status: 404, message: 'Not Found' }, /^Kommentaren finns inte längre\./],
    [{ name: 'UnauthorizedError', status: 401, message: 'Missing or invalid credentials' }, /^Du är inte inloggad längre\./],
    [{ name: 'ValidationError', status: 400, message: 'Välj en regel.' }, /^Välj en regel\.$/],
    [{ name: 'InternalServerError', status: 500, message: 'Internal Server Error' }, /^Servern kunde inte göra det just nu\..*står kvar\.$/],
    [{ name: 'ValiError', message: 'Invalid type' }, /^Servern kunde inte göra det just nu\./],
    [null, /^Servern kunde inte göra det just nu\./],
  ])('%o', (error, text) => {
    expect(describeFailure(error)).toEqual({ text: expect.stringMatching(text), isConflict: false })
  })
})

describe('the rules', () => {
  const page = (file: string) => readFileSync(path.resolve(__dirname, '../../../../..', file), 'utf8')

  it('are called what the site\'s comment rules call them', () => {
    const headings = [...page('web/content/sv/kommentarsregler.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)
    expect(commentRules.map(ruleInWords)).toEqual(headings)
  })

  it('are explained in the guide', () => {
    const guide = page('docs/guide/kommentarer.md')
    expect(commentRules.map(ruleInWords).filter(rule => !guide.includes(`| ${rule} |`))).toEqual([])
  })

  it('leave a reason in free text as it is', () => {
    expect(ruleInWords('Ton')).toBe('Ton')
    expect(isRule('toString')).toBe(false)
  })
})

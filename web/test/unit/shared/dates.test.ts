import { describe, expect, it } from 'vitest'
import { formatInstant } from '#shared/dates'

describe('formatInstant', () => {
  it.each([
    ['2026-05-06T13:12:00+02:00', 'sv', 'day', '6 maj 2026'],
    ['2026-05-06T13:12:00+02:00', 'en', 'day', '6 May 2026'],
    ['2026-05-06T11:12:00Z', 'sv', 'minute', '6 maj 2026 kl. 13:12'],
    ['2026-05-06T11:12:00Z', 'en', 'minute', '6 May 2026 at 13:12'],
    // half past midnight in Stockholm is still the day before in UTC
    ['2026-06-30T22:30:00Z', 'sv', 'day', '1 juli 2026'],
    ['2026-12-31T23:30:00Z', 'sv', 'day', '1 januari 2027'],
    ['2026-03-29T00:59:00Z', 'sv', 'minute', '29 mars 2026 kl. 01:59'],
    ['2026-03-29T01:00:00Z', 'sv', 'minute', '29 mars 2026 kl. 03:00'],
  ] as const)('%s in %s as %s is %s', (instant, language, form, expected) => {
    expect(formatInstant(instant, language, form)).toBe(expected)
  })

  it('refuses what is no date', () => {
    expect(() => formatInstant('i går', 'sv')).toThrow(RangeError)
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastInstantOf } from '../../../src/public-api/as-of'

it.each([
  ['a winter day', '2026-01-15', '2026-01-15T22:59:59.999Z'],
  ['a summer day', '2026-07-15', '2026-07-15T21:59:59.999Z'],
  ['the day clocks go forward', '2026-03-29', '2026-03-29T21:59:59.999Z'],
  ['the day before', '2026-03-28', '2026-03-28T22:59:59.999Z'],
  ['the day clocks go back', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ['the day before that', '2026-10-24', '2026-10-24T21:59:59.999Z'],
  ['the last day of a year', '2026-12-31', '2026-12-31T22:59:59.999Z'],
  ['the last day there is', '9999-12-31', '9999-12-31T22:59:59.999Z'],
  ['an instant', '2026-05-01T10:30:00+02:00', '2026-05-01T08:30:00.000Z'],
  ['an instant of the year 10000 in UTC', '9999-12-31T23:30:00-02:00', '9999-12-31T23:59:59.999Z'],
])('%s: %s ends at %s', (_, asOf, expected) => {
  expect(lastInstantOf(asOf)).toBe(expected)
})

it('a day ends one millisecond before the next one begins, whatever the clocks do', () => {
  const stockholm = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' })
  fc.assert(fc.property(fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10)
    const end = new Date(lastInstantOf(day))
    expect(stockholm.format(end)).toBe(`${day} 23:59:59`)
    expect(stockholm.format(new Date(end.getTime() + 1)).slice(11)).toBe('00:00:00')
  }))
})

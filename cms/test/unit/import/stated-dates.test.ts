import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBareDate, readDateLine } from '../../../src/import/date-line'
import { readStatedInstant } from '../../../src/import/stated-instant'
import { stockholmInstant } from '../../../src/import/stockholm-time'

describe('stockholm time', () => {
  it.each([
    ['winter', [2014, 12, 2, 12, 0], '2014-12-02T11:00:00.000Z'],
    ['summer', [2014, 7, 2, 0, 30], '2014-07-01T22:30:00.000Z'],
    ['the hour before spring skips one', [2014, 3, 30, 1, 59], '2014-03-30T00:59:00.000Z'],
    ['a time that spring skips', [2014, 3, 30, 2, 30], '2014-03-30T01:30:00.000Z'],
    ['the hour that autumn repeats', [2014, 10, 26, 2, 30], '2014-10-26T00:30:00.000Z'],
    ['a leap day', [2016, 2, 29, 12, 0], '2016-02-29T11:00:00.000Z'],
    ['no leap day', [2015, 2, 29, 12, 0], null],
    ['a 13th month', [2015, 13, 1, 12, 0], null],
    ['hour 24', [2015, 1, 1, 24, 0], null],
  ] as const)('%s', (_, [year, month, day, hour, minute], instant) => {
    expect(stockholmInstant({ year, month, day, hour, minute })).toBe(instant)
  })

  it('shows the day it was given, at noon in every zone from UTC-10 to UTC+12', () => {
    const days = fc.record({ year: fc.integer({ min: 1990, max: 2040 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    fc.assert(fc.property(days, fc.constantFrom('Europe/Stockholm', 'UTC', 'Pacific/Honolulu', 'Asia/Kamchatka'), (day, timeZone) => {
      const instant = stockholmInstant({ ...day, hour: 12, minute: 0 })
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant ?? ''))
      expect(shown.slice(0, 10)).toBe(`${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`)
    }))
  })
})

describe('a date', () => {
  it.each([
    '2 december 2014',
    '2 dec 2014',
    '2 dec. 2014',
    'den 2 December 2014',
    'tisdag den 2 december 2014',
    'tisdagen den 2:a december 2014',
    'December 2, 2014',
    'Dec. 2nd, 2014',
    'Tuesday, 2 December 2014',
    '2014-12-02',
    '2014/12/2',
    '2.12.2014',
    '2/12 2014',
    '2\u00A0december\u00A02014.',
  ])('%s is noon of that day in Stockholm', (text) => {
    expect(readStatedInstant(text)).toBe('2014-12-02T11:00:00.000Z')
  })

  it.each([
    ['2014-12-02 10:15', '2014-12-02T09:15:00.000Z'],
    ['2014-12-02T10:15:59', '2014-12-02T09:15:00.000Z'],
    ['2 december 2014 kl. 10.15', '2014-12-02T09:15:00.000Z'],
    ['2 december 2014, klockan 10:15', '2014-12-02T09:15:00.000Z'],
    ['December 2, 2014 at 10:15 am', '2014-12-02T09:15:00.000Z'],
    ['December 2, 2014 @ 12:15 p.m.', '2014-12-02T11:15:00.000Z'],
    ['December 2, 2014 at 12:15 am', '2014-12-01T23:15:00.000Z'],
    ['3 sept 2014', '2014-09-03T10:00:00.000Z'],
    ['3 maj 2014', '2014-05-03T10:00:00.000Z'],
    ['3 okt 2014', '2014-10-03T10:00:00.000Z'],
  ])('%s', (text, instant) => {
    expect(readStatedInstant(text)).toBe(instant)
  })

  it.each(['', '31 februari 2014', '2/12/2014', '2 tolv 2014', 'december 2014', '2 december', '2 december 1814', '2014-13-02', '2 december 2014 kl. 25.00', '13:15 pm', 'Den 2 december 2014 åkte vi'])('%j is none', (text) => {
    expect(readStatedInstant(text)).toBeNull()
  })
})

describe('a line of dates', () => {
  const changed = { publishedAt: null, updatedAt: '2014-12-02T11:00:00.000Z' }
  const both = { publishedAt: '2014-12-01T11:00:00.000Z', updatedAt: '2014-12-02T11:00:00.000Z' }
  it.each([
    ['- Ändrad: 2 december 2014', changed],
    ['Ändrad 2 december 2014', changed],
    ['Senast ändrad: 2014-12-02', changed],
    ['Sidan senast uppdaterad den 2 december 2014', changed],
    ['Uppdaterad 2/12 2014', changed],
    ['Last updated: December 2, 2014', changed],
    ['Last modified on 2 December 2014', changed],
    ['Publicerad: 2 december 2014', { publishedAt: changed.updatedAt, updatedAt: null }],
    ['Posted on December 2, 2014 by Anna Ek', { publishedAt: changed.updatedAt, updatedAt: null }],
    ['Posted on December 2, 2014', { publishedAt: changed.updatedAt, updatedAt: null }],
    ['Publicerad 1 december 2014 | Ändrad 2 december 2014', both],
    ['Publicerad: 2014-12-01, senast uppdaterad: 2014-12-02', both],
    ['Published 1 December 2014 – Updated 2 December 2014', both],
  ])('%s', (line, dates) => {
    expect(readDateLine(line)).toEqual(dates)
  })

  it.each(['Ändrad: i morgon', '- Ändrad: 31 februari 2014', 'Publicerad: 2/12/2014'])('%s names a date that cannot be read', (line) => {
    expect(readDateLine(line)).toBe('unreadable')
  })

  it.each([
    'Ändrad uppfattning om språket',
    'Publicerad forskning visar att klarspråk lönar sig.',
    'Den 2 december 2014 ändrades allt.',
    'Ändrad: så blev min syn på saken efter tre år på kommunen, och så är den än i dag för det mesta.',
    '2 december 2014',
  ])('%s is none', (line) => {
    expect(readDateLine(line)).toBeNull()
  })

  it('takes a date alone on its line', () => {
    expect(readBareDate('- 2 december 2014')).toBe('2014-12-02T11:00:00.000Z')
    expect(readBareDate('2 december 2014 var en tisdag')).toBeNull()
  })
})

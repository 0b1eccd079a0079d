import { describe, expect, it } from 'vitest'
import { parsePageFault, wordedStatus } from '#shared/page-fault'

describe('parsePageFault', () => {
  it.each([
    [{ notice: 'Borta.', withdrawnAt: '2026-05-04T15:00:00Z' }, { notice: 'Borta.', withdrawnAt: '2026-05-04T15:00:00Z' }],
    [{ errors: [{ path: 'page', message: 'must be' }], stack: ['secret'] }, { errors: [{ path: 'page', message: 'must be' }] }],
    [{ retryAfter: 'soon' }, {}],
    ['text', {}],
    [undefined, {}],
  ])('%o', (data, expected) => {
    expect(parsePageFault(data)).toEqual(expected)
  })
})

describe('wordedStatus', () => {
  it.each([[404, 404], [410, 410], [405, 404], [418, 404], [500, 500], [502, 500], [503, 503], [200, 500], [0, 500]])('%i is told as %i', (status, worded) => {
    expect(wordedStatus(status)).toBe(worded)
  })
})

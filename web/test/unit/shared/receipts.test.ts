import { describe, expect, it } from 'vitest'
import { receiptIn, receiptQuery } from '#shared/receipts'

const known = ['received', 'published'] as const

describe('receiptIn', () => {
  it.each(['sv', 'en'] as const)('reads in %s what was written', (language) => {
    expect(known.map(receipt => receiptIn(receiptQuery(receipt, language), language, known))).toEqual(known)
  })

  it.each([{}, { kommentar: '' }, { kommentar: 'received' }, { comment: 'mottagen' }, { kommentar: ['mottagen', 'mottagen'] }, { kommentar: 'raderad' }])('finds nothing in %o', (query) => {
    expect(receiptIn(query, 'sv', known)).toBeNull()
  })
})

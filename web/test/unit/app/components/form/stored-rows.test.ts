import { describe, expect, it } from 'vitest'
import { messagesIn } from '#shared/messages'
import { storedRows } from '~/components/form/stored-rows'

const m = messagesIn('sv').sender

describe('storedRows', () => {
  it.each<[unknown, string]>([
    ['Oskar', 'Oskar'],
    ['<b>', '<b>'],
    ['', 'inget'],
    [null, 'inget'],
    [undefined, 'inget'],
    [[], 'inget'],
    [true, 'ja'],
    [false, 'nej'],
    [0, '0'],
    [0.01073, '0,01'],
    [['a', 'b'], 'a, b'],
    ['2026-05-08T10:00:00+02:00', '8 maj 2026 kl. 10:00'],
    ['2026-05-08', '2026-05-08'],
  ])('says %o in words', (value, words) => {
    expect(storedRows({ name: value }, m, 'sv')).toEqual([{ name: 'Namn', value: words }])
  })

  it('names what lies deeper by the way to it, and what has no name by its key', () => {
    expect(storedRows({ letters: [{ sentAt: '2026-05-08T08:00:00Z' }, { sentAt: null }], other: { deep: 1 } }, m, 'sv')).toEqual([
      { name: 'Brev 1: skickades', value: '8 maj 2026 kl. 10:00' },
      { name: 'Brev 2: skickades', value: 'inget' },
      { name: 'other: deep', value: '1' },
    ])
  })
})

it('puts states in words, and never what people wrote', () => {
  expect(storedRows({ status: 'pending', history: [{ event: 'no-question' }, { event: 'new-thing' }], text: 'spam' }, m, 'sv').map(({ value }) => value)).toEqual(['väntar', 'inte längre märkt som fråga', 'new-thing', 'spam'])
})

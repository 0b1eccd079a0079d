import { describe, expect, it } from 'vitest'
import { toForms } from '../../../src/example-content/earlier-forms'

const change = (note: string, ...passages: { before: string, after: string }[]) => ({ kind: 'correction' as const, note, passages })

describe('the forms an article has been published in', () => {
  it('is one when nothing has changed', () => {
    expect(toForms('Text.', [])).toEqual([{ body: 'Text.', change: null }])
  })

  it('undoes each change, the last one first', () => {
    const first = change('a', { before: '71', after: '61' }, { before: '', after: 'Tillägg.' })
    const second = change('b', { before: '61', after: '60' })
    expect(toForms('Det var 60. Tillägg.', [first, second])).toEqual([
      { body: 'Det var 71. ', change: null },
      { body: 'Det var 61. Tillägg.', change: first },
      { body: 'Det var 60. Tillägg.', change: second },
    ])
  })

  it.each([
    ['is not there', 'Det var 62.'],
    ['is there twice', 'Det var 61, ja 61.'],
  ])('refuses a passage that %s', (_, body) => {
    expect(() => toForms(body, [change('a', { before: '71', after: '61' })])).toThrow(/"61…" must stand in the body exactly once/)
  })
})

import type { Inline } from '@klartext/contract'
import { describe, expect, it } from 'vitest'
import { opensWithDash, textOf, withoutOpeningDash } from '../../../../src/publication/text/opening-dash'

const text = (value: string, ...marks: ('bold' | 'italic')[]): Inline => ({ type: 'text', text: value, marks })

describe('a spoken line opens with', () => {
  it.each([
    ['an en dash', '– Hej.'],
    ['an en dash without a space', '–Hej.'],
    ['an en dash and a hard space', '–\u00A0Hej.'],
    ['an en dash and a narrow hard space', '–\u202FHej.'],
    ['an em dash', '— Hej.'],
    ['a figure dash', '‒ Hej.'],
    ['a horizontal bar', '― Hej.'],
    ['a hyphen', '- Hej.'],
    ['a hyphen without a space', '-Hej.'],
    ['a typographic hyphen', '‐ Hej.'],
    ['a minus sign', '− Hej.'],
    ['two hyphens', '-- Hej.'],
    ['space before the dash', '  – Hej.'],
    ['a dash before a quotation mark', '– ”Hej.”'],
    ['a dash, a space and a digit', '– 5 år sedan.'],
  ])('%s', (_, line) => {
    expect(opensWithDash(line)).toBe(true)
    expect(textOf(withoutOpeningDash([text(line)]) ?? [])).toBe(line.replace(/^[\s–—‒―‐−-]+/, ''))
  })
})

describe('no spoken line', () => {
  it.each([
    ['a word', 'Hej.'],
    ['a dash inside', 'Hej – du.'],
    ['a number below zero', '-5 grader.'],
    ['a number below zero with a minus sign', '−5 grader.'],
    ['a number below zero with an en dash', '–5 grader.'],
    ['a dash alone', '–'],
    ['dashes alone', '---'],
    ['two dashes before a digit', '--5'],
    ['nothing', ''],
  ])('%s', (_, line) => {
    expect(opensWithDash(line)).toBe(false)
    expect(withoutOpeningDash([text(line)])).toBeNull()
  })
})

describe('the dash is taken off', () => {
  it('in a marked run of its own, with the space in the next', () => {
    expect(withoutOpeningDash([text('–', 'bold'), text(' Hej', 'italic'), text(' du.')])).toEqual([text('Hej', 'italic'), text(' du.')])
  })
  it('inside a link', () => {
    const link = (value: string): Inline => ({ type: 'link', url: '/om', children: [{ type: 'text', text: value, marks: [] }] })
    expect(withoutOpeningDash([link('– Läs'), text(' mer.')])).toEqual([link('Läs'), text(' mer.')])
  })
  it('with a link that holds nothing else', () => {
    const link: Inline = { type: 'link', url: '/om', children: [{ type: 'text', text: '– ', marks: [] }] }
    expect(withoutOpeningDash([link, text('Hej.')])).toEqual([text('Hej.')])
  })
})

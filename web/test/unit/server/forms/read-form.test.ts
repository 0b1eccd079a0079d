import { describe, expect, it } from 'vitest'
import { parseForm } from '../../../../server/forms/read-form'

describe('parseForm', () => {
  it.each([
    ['name=Oskar&text=Hej', 'name', 'Oskar'],
    ['text=a+b%20c', 'text', 'a b c'],
    ['text=%C3%A5%C3%A4%C3%B6', 'text', 'åäö'],
    ['text=åäö', 'text', 'åäö'],
    ['text=rad+1%0D%0Arad+2%0Drad+3%0Arad+4', 'text', 'rad 1\nrad 2\nrad 3\nrad 4'],
    ['text=%3Cb%3E%26amp%3B', 'text', '<b>&amp;'],
    ['text=100%', 'text', '100%'],
    ['text=%FF', 'text', '\uFFFD'],
    ['text=1&text=2', 'text', '1'],
    ['', 'text', ''],
    ['text', 'text', ''],
  ])('reads %s', (body, field, value) => {
    expect(parseForm(body, false).text(field)).toBe(value)
  })

  it.each([
    ['text=hej%', 'hej'],
    ['text=hej%C', 'hej'],
    ['text=hej%C3', 'hej'],
    ['text=hej%C3%A5', 'hejå'],
    ['text=hej%C3%A5%C3', 'hejå'],
    ['text=hej%F0%9F%98', 'hej'],
    ['text=hej%F0%9F%98%80', 'hej😀'],
    ['text=hej', 'hej'],
  ])('of %s, which was cut there, keeps %s', (body, value) => {
    expect(parseForm(body, true)).toMatchObject({ isCut: true })
    expect(parseForm(body, true).text('text')).toBe(value)
  })

  it('reads nothing of another format', () => {
    const form = parseForm(null, false)
    expect([form.isUnreadable, form.text('text'), form.isTicked('isQuestion')]).toEqual([true, '', false])
  })
})

import { expect, it } from 'vitest'
import { namesOf } from '#shared/names'

it.each([
  [[], 'sv', ''],
  [['Maja'], 'sv', 'Maja'],
  [['Maja', 'Karim', 'Elin'], 'sv', 'Maja, Karim och Elin'],
  [['Maja', 'Karim'], 'en', 'Maja and Karim'],
] as const)('%o in %s', (names, language, expected) => {
  expect(namesOf(names.map(name => ({ name })), language)).toBe(expected)
})

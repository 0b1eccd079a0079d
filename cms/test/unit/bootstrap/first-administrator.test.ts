import { describe, expect, it } from 'vitest'
import { passwordFaults } from '../../../src/bootstrap/first-administrator'

describe('passwordFaults', () => {
  it.each([
    ['Provkorning-2026', []],
    ['', ['at least 8 characters', 'a small letter', 'a capital letter', 'a digit']],
    ['kort1A', ['at least 8 characters']],
    ['allasmå123', ['a capital letter']],
    ['ALLASTORA123', ['a small letter']],
    ['IngenSiffra', ['a digit']],
    [`Aa1${'x'.repeat(69)}`, []],
    [`Aa1${'x'.repeat(70)}`, ['at most 72 bytes']],
    // ö is two bytes, and bcrypt reads bytes
    [`Aa1${'ö'.repeat(35)}`, ['at most 72 bytes']],
  ])('finds in %j: %j', (password, faults) => {
    expect(passwordFaults(password)).toEqual(faults)
  })
})

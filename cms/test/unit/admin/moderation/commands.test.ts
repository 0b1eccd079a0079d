import type { Press } from '../../../../src/admin/moderation/keys/commands'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandFor, keys } from '../../../../src/admin/moderation/keys/commands'

const press = (key: string, other: Partial<Press> = {}): Press => ({ key, ctrlKey: false, altKey: false, metaKey: false, place: 'page', ...other })

describe('commandFor', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['g', 'approve'],
    ['s', 'answer'],
    ['a', 'decline'],
    ['d', 'hide'],
    ['x', 'spam'],
    ['z', 'undo'],
    ['q', 'question'],
    [' ', 'choose'],
    ['?', 'help'],
    // caps lock is no other wish
    ['G', 'approve'],
    ['p', null],
    ['Enter', null],
    ['Tab', null],
  ])('%j asks for %s', (key, command) => {
    expect(commandFor(press(key))).toBe(command)
  })

  it.each(keys.map(({ key }) => key))('%j is text in a field', (key) => {
    expect(commandFor(press(key, { place: 'field' }))).toBeNull()
  })

  it.each(['ctrlKey', 'altKey', 'metaKey'] as const)('%s makes it a key of the browser or the system', (modifier) => {
    expect(keys.map(({ key }) => commandFor(press(key, { [modifier]: true })))).toEqual(keys.map(() => null))
  })

  it('leaves space to the button that has the focus, and nothing else', () => {
    expect(commandFor(press(' ', { place: 'control' }))).toBeNull()
    expect(commandFor(press('g', { place: 'control' }))).toBe('approve')
  })
})

describe('keys', () => {
  it('does one thing with a key', () => {
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length)
  })

  it('is told whole in the guide', () => {
    const guide = readFileSync(path.resolve(__dirname, '../../../../../docs/guide/kommentarer.md'), 'utf8')
    const rows = keys.map(({ label, words }) => `| ${label} | ${words} |`)
    expect(rows.filter(row => !guide.includes(row))).toEqual([])
  })
})

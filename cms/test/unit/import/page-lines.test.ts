import { describe, expect, it } from 'vitest'
import { readLines } from '../../../src/import/page-lines'
import { unwrapLines } from '../../../src/import/unwrap-lines'

describe('lines', () => {
  it.each([
    ['LF', 'Ett\n\nTvå'],
    ['CRLF', 'Ett\r\n\r\nTvå'],
    ['CR', 'Ett\r\rTvå'],
    ['a line of no-break spaces', 'Ett\n\u00A0 \u00A0\nTvå'],
    ['line and paragraph separators', 'Ett\u2028\u2029Två'],
    ['a byte order mark and a zero-width space', '\uFEFFEtt\n\u200B\nTvå'],
  ])('%s', (_, text) => {
    expect(readLines(text)).toEqual([
      { number: 1, indent: 0, text: 'Ett', afterBlank: true },
      { number: 3, indent: 0, text: 'Två', afterBlank: true },
    ])
  })

  it.each([
    ['  två', 2],
    ['\u00A0\u00A0två', 2],
    ['\ttvå', 4],
    [' \ttvå', 4],
    ['\t två', 5],
  ])('%j is indented', (text, indent) => {
    expect(readLines(text)[0]).toMatchObject({ indent, text: 'två' })
  })

  it('composes letters, folds runs of spaces and leaves every other character as it is', () => {
    expect(readLines('a\u030A\t  b 10\u00A0000 “c” ’d’ 👩‍💻\u00AD…\u00A0')[0]?.text).toBe('å b 10\u00A0000 “c” ’d’ 👩‍💻\u00AD…')
  })
})

describe('lines broken at a width', () => {
  const unwrap = (text: string): string[] => unwrapLines(readLines(text)).map(line => line.text)

  it('become paragraphs again', () => {
    expect(unwrap([
      'I ett år har Norrviks kommun lagt ut sina fakturor. Det tog',
      'tolv dagar innan någon hittade ett fel, och det felet var ju',
      'litet.',
      'Kort rad',
      'En rad till',
      '',
      '1. Hej på dig du som läser den här listan, och det gör du ju',
      '   ännu en gång.',
      '2. Hej då',
    ].join('\n'))).toEqual([
      'I ett år har Norrviks kommun lagt ut sina fakturor. Det tog tolv dagar innan någon hittade ett fel, och det felet var ju litet.',
      'Kort rad',
      'En rad till',
      '1. Hej på dig du som läser den här listan, och det gör du ju ännu en gång.',
      '2. Hej då',
    ])
  })

  it.each([
    ['long lines stand', [`${'ord '.repeat(40)}slut`, 'Nästa rad']],
    ['short lines stand', ['Storgatan 1', '251 89 Sjövik', 'Telefon 042-10 50 00']],
    ['single full lines among short ones stand', ['En adress som råkar vara precis så här lång, sextio tecken ja', 'Storgatan', 'Sjövik', 'Sverige', 'Norden', 'Europa']],
  ])('%s', (_, lines) => {
    expect(unwrap(lines.join('\n'))).toEqual(lines)
  })
})

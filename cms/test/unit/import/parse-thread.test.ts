import type { ParsedComment } from '../../../src/import/parsed-page'
import { describe, expect, it } from 'vitest'
import { readSignature } from '../../../src/import/comment-signature'
import { readLines } from '../../../src/import/page-lines'
import { parseThread } from '../../../src/import/parse-thread'

type Outline = string | [string, Outline[]]

/** The thread as texts; a comment with replies is a pair of its text and them. */
const outline = (comments: ParsedComment[]): Outline[] =>
  comments.map(comment => comment.replies.length === 0 ? comment.text : [comment.text, outline(comment.replies)])

const parse = (...lines: string[]) => parseThread(readLines(lines.join('\n')))

describe('nesting', () => {
  it.each([
    ['a row', [' 1. Ett', '', ' 2. Två'], ['Ett', 'Två']],
    ['a reply', [' 1. Ett', '', '  1. Svar', '', ' 2. Två'], [['Ett', ['Svar']], 'Två']],
    ['two replies and one below the second', ['1. Ett', '   1. A', '   2. B', '      1. C', '2. Två'], [['Ett', ['A', ['B', ['C']]]], 'Två']],
    ['numbers set to the right', ['  8. Åtta', '  9. Nio', ' 10. Tio', '   1. Svar', ' 11. Elva'], ['Åtta', 'Nio', ['Tio', ['Svar']], 'Elva']],
    ['numbers set to the left', ['9. Nio', '10. Tio', '   1. Svar', '11. Elva'], ['Nio', ['Tio', ['Svar']], 'Elva']],
    ['a gap in the numbers', [' 1. Ett', ' 3. Tre'], ['Ett', 'Tre']],
    ['tabs', ['1. Ett', '\t1. Svar', '2. Två'], [['Ett', ['Svar']], 'Två']],
    ['a page of a longer thread', [' 21. Ett', ' 22. Två'], ['Ett', 'Två']],
    ['a number that fits nowhere is text', [' 1. Ett', '    4. Fyra', ' 2. Två'], ['Ett\n4. Fyra', 'Två']],
    ['a number without text', [' 1.', '', '    Ett', '', '  1. Svar'], [['Ett', ['Svar']]]],
    ['an empty number gives its place to its replies', [' 1.', '  1. Svar', ' 2. Två'], ['Svar', 'Två']],
  ])('%s', (_, lines, thread) => {
    expect(outline(parse(...lines).comments)).toEqual(thread)
  })
})

describe('text', () => {
  it.each([
    ['paragraphs', [' 1. Ett', '', '   Mer', '', '   /Anna'], ['Ett\n\nMer\n\n/Anna']],
    ['lines', [' 1. Ett', '    rad två'], ['Ett\nrad två']],
    ['of a reply whose paragraphs stand one step in', [' 1. Ett', '  1. Svar', '', '   Mer', ' 2. Två'], [['Ett', ['Svar\n\nMer']], 'Två']],
    ['without indentation, between comments', [' 1. Ett', '', 'Mer', '', ' 2. Två'], ['Ett\n\nMer', 'Två']],
    ['without indentation, where numbers have none either', ['1. Ett', '', 'Mer'], ['Ett\n\nMer']],
    ['with a list', [' 1. Ett:', '    • a', '    - b'], ['Ett:\n• a\n- b']],
  ])('%s', (_, lines, thread) => {
    expect(outline(parse(...lines).comments)).toEqual(thread)
  })

  it('at the margin below the last comment, and above the first, is reported as not placed', () => {
    const { comments, placements } = parse('Sorterat efter datum', '', ' 1. Ett', '', 'Sjöviks kommun', 'Storgatan 1')
    expect(outline(comments)).toEqual(['Ett'])
    expect(placements.filter(({ became }) => became === 'unplaced')).toEqual([
      { line: 1, text: 'Sorterat efter datum', became: 'unplaced', note: 'står före den första kommentaren' },
      { line: 5, text: 'Sjöviks kommun', became: 'unplaced', note: 'står efter kommentarerna' },
      { line: 6, text: 'Storgatan 1', became: 'unplaced', note: 'står efter kommentarerna' },
    ])
  })

  it('leaves out the buttons of a thread', () => {
    const { comments, placements } = parse(' 1. Ett', '    Svara', ' 2. Två', '    Reply ↓')
    expect(outline(comments)).toEqual(['Ett', 'Två'])
    expect(placements.map(({ became }) => became)).toEqual(['comment', 'furniture', 'comment', 'furniture'])
  })
})

describe('who and when', () => {
  const at = '2014-03-03T11:00:00.000Z'
  it.each([
    ['Louise skriver:', 'Louise', null],
    ['Louise Ek skriver: den 3 mars 2014', 'Louise Ek', at],
    ['Louise Ek skriver 3 mars 2014', 'Louise Ek', at],
    ['Anna says:', 'Anna', null],
    ['Anna says: March 3, 2014', 'Anna', at],
    ['roffe_53 säger:', 'roffe_53', null],
    ['Anna-Karin af Dal, 2014-03-03', 'Anna-Karin af Dal', at],
    ['Anna Ek den 3 mars 2014', 'Anna Ek', at],
    ['Av Anna Ek | 3 mars 2014', 'Anna Ek', at],
    ['Anna Ek den 3 mars 2014 skrev:', 'Anna Ek', at],
    ['Den 3 mars 2014 skrev Anna Ek:', 'Anna Ek', at],
  ])('%s', (line, authorName, writtenAt) => {
    expect(readSignature(line)).toEqual({ authorName, writtenAt })
  })

  it.each([
    'Louise skriver: jättebra!',
    'Min chef säger:',
    'Louise skriver: så här tycker jag:',
    'Det här är bra, tycker jag',
    'Louise skriver',
    'Louise den 31 februari 2014',
    '3 mars 2014',
    `${'a'.repeat(3000)}, 3 mars 2014`,
  ])('%.40s states nobody', (line) => {
    expect(readSignature(line)).toBeNull()
  })

  it.each([
    ['nothing is stated', [' 1. Jättebra!'], [null, null, 'Jättebra!']],
    ['the number’s line states it', [' 1. Anna says:', '    March 3, 2014', '    Great!'], ['Anna', at, 'Great!']],
    ['the line below does', [' 1.', '    Anna Ek skriver: den 3 mars 2014', '', '    Bra!'], ['Anna Ek', at, 'Bra!']],
    ['the number’s line is the name, the line below the date', [' 1. Anna Ek', '    3 mars 2014', '    Bra!'], ['Anna Ek', at, 'Bra!']],
    ['name and date stand below the number', [' 1.', '    Anna', '    3 mars 2014', '    Bra!'], ['Anna', at, 'Bra!']],
    ['only a date is stated', [' 1.', '    3 mars 2014', '    Bra!'], [null, at, 'Bra!']],
    ['a name stands inside the text', [' 1. Bra!', '    Anna skriver:', '    Nej'], [null, null, 'Bra!\nAnna skriver:\nNej']],
    ['there is nothing but a name and a date', [' 1.', '    Anna', '    3 mars 2014'], [null, null, 'Anna\n3 mars 2014']],
    ['there is nothing but a name', [' 1. Anna skriver:'], [null, null, 'Anna skriver:']],
    ['there are neither numbers nor verbs', ['Anna Ek', '3 mars 2014', '', 'Bra!', '', 'Bo', '3 mars 2014', 'Ja.'], ['Anna Ek', at, 'Bra!']],
    ['there are no numbers', ['Anna skriver: den 3 mars 2014', '', 'Bra!'], ['Anna', at, 'Bra!']],
  ])('%s', (_, lines, [authorName, writtenAt, text]) => {
    expect(parse(...lines).comments[0]).toMatchObject({ authorName, writtenAt, text })
  })

  it('nests a thread without numbers by indentation', () => {
    const { comments } = parse('Anna skriver:', 'Ett', '', '  Bo svarar:', '  Svar', '', 'Cia skriver:', 'Två')
    expect(outline(comments)).toEqual([['Ett', ['Svar']], 'Två'])
  })
})

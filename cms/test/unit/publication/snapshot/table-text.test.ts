import { describe, expect, it } from 'vitest'
import { parseTableText, TableTextError } from '../../../../src/publication/snapshot/table-text'

const parse = (text: string) => parseTableText(text, 'Dygn', 'sv')

describe('parseTableText', () => {
  it('reads cells parted by tabs', () => expect(parse('Skäl\tDygn\nGrannar\t7\nAnsökan\t41')).toEqual({
    caption: 'Dygn',
    headers: ['Skäl', 'Dygn'],
    rows: [['Grannar', '7'], ['Ansökan', '41']],
  }))
  it.each([
    ['semicolons', 'Skäl;Dygn\nGrannar;7'],
    ['space around the cells', ' Skäl ; Dygn \n Grannar ; 7 '],
    ['empty lines and Windows line ends', '\r\nSkäl;Dygn\r\n\r\nGrannar;7\r\n'],
    ['a separator after the last cell', 'Skäl;Dygn;\nGrannar;7;;'],
  ])('%s', (_, text) => expect(parse(text)).toMatchObject({ headers: ['Skäl', 'Dygn'], rows: [['Grannar', '7']] }))
  it('keeps a semicolon where cells are parted by tabs', () => expect(parse('A\tB\n1;2\t3').rows).toEqual([['1;2', '3']]))
  it('keeps empty cells inside the table', () => expect(parse('A;B;C\n1;;').rows).toEqual([['1', '', '']]))
  it('keeps an empty first header', () => expect(parse(';2025\nKöp;3').headers).toEqual(['', '2025']))

  it.each([
    ['Skäl;Dygn\nGrannar;7\n\nAnsökan', 'Rad 4 i tabellen har 1 cell, men rubrikraden har 2 celler. Skilj cellerna åt med tabb eller semikolon.'],
    ['Skäl;Dygn\nGrannar;7;8', 'Rad 2 i tabellen har 3 celler, men rubrikraden har 2 celler. Skilj cellerna åt med tabb eller semikolon.'],
    ['Skäl;Dygn', 'Tabellen behöver en rad med rubriker och minst en rad med värden.'],
    [' \n ', 'Tabellen behöver en rad med rubriker och minst en rad med värden.'],
  ])('refuses %j', (text, message) => expect(() => parse(text)).toThrow(new TableTextError(message)))
})

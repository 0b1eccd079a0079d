import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/import/parse-page'
import { reportPage, reportResult } from '../../../src/import/report'

it('says of each line what it became, and repeats what needs a hand', () => {
  const page = parsePage([
    'Rubriken',
    '- Ändrad: 2 december 2014',
    `Foto på Anna EkAnna Ek ${'skriver gärna långa stycken '.repeat(4)}varje dag.`,
    '1 kommentar',
    ' 1. Bra!',
    '    /Bo',
    'Leave a Reply',
    'Sjöviks kommun, Storgatan 1',
  ].join('\n\n'))
  expect(reportPage(page, 'Windows-1252').split('\n')).toEqual([
    '  Essä, läst som Windows-1252: 1 rubrik, 1 datum, 1 stycke, 1 bild, 1 kommentar, 2 utelämnade, 1 inte placerad.',
    '',
    '    rad  blev           text',
    '      1  rubrik         Rubriken',
    '      3  datum          - Ändrad: 2 december 2014 [ändrad 2014-12-02]',
    '      5  bild           Foto på Anna Ek [bildfilen saknas; texten står i bildens ställe]',
    '      5  stycke         Anna Ek skriver gärna långa stycken skriver gärna långa stycken…',
    '      7  utelämnad      1 kommentar [kommentarernas rubrik]',
    '      9  kommentar      1. Bra!',
    '     11  kommentar      /Bo',
    '     13  utelämnad      Leave a Reply [kommentarsformulär]',
    '     15  inte placerad  Sjöviks kommun, Storgatan 1 [står efter kommentarsformuläret]',
    '',
    '  Inte placerade rader; de står inte i artikeln:',
    '     15  Sjöviks kommun, Storgatan 1',
    '',
    '  Bildfiler som saknas; lägg in dem i adminen:',
    '      5  Foto på Anna Ek',
  ])
})

describe('the result', () => {
  it.each([
    [true, 'draft', '  Importerad som utkast: https://x.example/a'],
    [true, 'published', '  Importerad och publicerad: https://x.example/a'],
    [false, 'draft', '  Redan importerad som ”T”; inget ändrades: https://x.example/a'],
    [false, 'was-published', '  Redan importerad som ”T”; inget ändrades: https://x.example/a'],
    [false, 'published', '  Redan importerad som ”T”; nu är den publicerad: https://x.example/a'],
  ] as const)('new %s, %s', (isNew, state, sentence) => {
    expect(reportResult({ isNew, state, title: 'T', url: 'https://x.example/a' })).toBe(sentence)
  })
})

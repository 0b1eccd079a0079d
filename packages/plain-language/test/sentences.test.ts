import { expect, it } from 'vitest'
import { splitSentences } from '../src/sentences.js'

it.each<[rule: string, block: string, sentences: string[]]>([
  ['a point before a capital', 'Det snöar. Vi plogar.', ['Det snöar.', 'Vi plogar.']],
  ['a point before å, ä or ö', 'Det regnar. Ån stiger.', ['Det regnar.', 'Ån stiger.']],
  ['the end of the block, point or not', 'Så gör vi', ['Så gör vi']],
  ['no cut before a lower-case letter', 'Stopp! ropade hon. Sedan blev det tyst.', ['Stopp! ropade hon.', 'Sedan blev det tyst.']],
  ['a mixed run of marks is one end', 'Vad?! Redan? Ja...', ['Vad?!', 'Redan?', 'Ja...']],
  ['an ellipsis before a capital', 'Vi väntade… Ingen kom.', ['Vi väntade…', 'Ingen kom.']],
  ['an ellipsis inside a sentence', 'Det blev … inte bra.', ['Det blev … inte bra.']],
  ['three points inside a sentence', 'Det blev ... inte bra.', ['Det blev ... inte bra.']],
  ['t.ex. before a name', 'Byar som t.ex. Sjövik och Vik.', ['Byar som t.ex. Sjövik och Vik.']],
  ['bl.a. before a name', 'Vi mötte bl.a. Maja.', ['Vi mötte bl.a. Maja.']],
  ['dvs. before a name', 'Chefen, dvs. Karim, svarar.', ['Chefen, dvs. Karim, svarar.']],
  ['an abbreviation in brackets', 'En fågel (t.ex. Kaja) sjöng.', ['En fågel (t.ex. Kaja) sjöng.']],
  ['an abbreviation with a capital', 'T.ex. Sjövik. Och Vik.', ['T.ex. Sjövik.', 'Och Vik.']],
  ['a clock time', 'Vi ses kl. 10.30. Ta med kaffe.', ['Vi ses kl. 10.30.', 'Ta med kaffe.']],
  ['an abbreviation for a number, without one', 'Han frågade om nr. Ingen visste.', ['Han frågade om nr.', 'Ingen visste.']],
  ['a date in words', 'Mötet är den 3 maj 2026. Alla får komma.', ['Mötet är den 3 maj 2026.', 'Alla får komma.']],
  ['a date in figures', 'Från 2026-05-03 gäller 1.5 meter. Mät noga.', ['Från 2026-05-03 gäller 1.5 meter.', 'Mät noga.']],
  ['a short month before a year', 'Sedan jan. 2026 gäller nya regler.', ['Sedan jan. 2026 gäller nya regler.']],
  ['a sentence that opens with a figure', 'Vi frågade alla. 12 svarade.', ['Vi frågade alla.', '12 svarade.']],
  ['m.m. before a capital', 'Vi plogar, sandar m.m. Det kostar.', ['Vi plogar, sandar m.m.', 'Det kostar.']],
  ['osv. before a lower-case letter', 'Grus, salt osv. kostar pengar.', ['Grus, salt osv. kostar pengar.']],
  ['an initial', 'Det skrev J. Berg i går.', ['Det skrev J. Berg i går.']],
  ['a typed list number', '1. Öppna appen. Logga in.', ['1. Öppna appen.', 'Logga in.']],
  ['a number that ends a sentence', 'Det var 2014. Sedan dess är det lugnt.', ['Det var 2014.', 'Sedan dess är det lugnt.']],
  ['quotation marks close with the sentence', '”Kom hit!” Hon vinkade.', ['”Kom hit!”', 'Hon vinkade.']],
  ['a quoted sentence inside another', '”Kom hit!” sa hon.', ['”Kom hit!” sa hon.']],
  ['brackets around a sentence', 'Vi mäter. (Det tar tid.) Sedan gräver vi.', ['Vi mäter.', '(Det tar tid.)', 'Sedan gräver vi.']],
  ['a dash that opens a spoken line', 'Var läcker det? – Här.', ['Var läcker det?', '– Här.']],
  ['a colon and a semicolon end nothing', 'Kom ihåg: Vi stänger; Gå hem.', ['Kom ihåg: Vi stänger; Gå hem.']],
  ['a line break ends nothing', 'Storgatan 1\nSjövik', ['Storgatan 1\nSjövik']],
  ['a web address', 'Läs på sjovik.example/vatten. Eller ring.', ['Läs på sjovik.example/vatten.', 'Eller ring.']],
])('%s', (_, block, sentences) => {
  expect(splitSentences(block).map(sentence => sentence.trim())).toEqual(sentences)
})

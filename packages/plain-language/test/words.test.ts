import { expect, it } from 'vitest'
import { normalise } from '../src/text.js'
import { isLongWord, splitWords } from '../src/words.js'

it.each<[text: string, words: string[]]>([
  ['Vi plogar snö.', ['Vi', 'plogar', 'snö.']],
  ['1 600 meter', ['1600', 'meter']],
  ['1\u00A0600 och 12\u202F345\u2009678', ['1600', 'och', '12345678']],
  ['år 2014 300 personer', ['år', '2014', '300', 'personer']],
  ['5 % av § 12 – och & mer', ['5', 'av', '12', 'och', 'mer']],
  ['e-post och/eller HD:s Anna-Lena’s', ['e-post', 'och/eller', 'HD:s', 'Anna-Lena’s']],
  ['här–där och 2010–2014', ['här', 'där', 'och', '2010', '2014']],
  ['så…kanske', ['så', 'kanske']],
  ['rad\nbrytning\ttabb\u00A0hård', ['rad', 'brytning', 'tabb', 'hård']],
  ['kommu\u00ADnika\u00ADtör', ['kommunikatör']],
  ['zero\u200Bwidth\uFEFF', ['zerowidth']],
  ['• – ” ! 🙂', []],
  ['', []],
])('%j holds the words %j', (text, words) => {
  expect(splitWords(normalise(text))).toEqual(words)
})

it.each<[word: string, long: boolean]>([
  ['sträck', false],
  ['sträcka', true],
  ['åäöéüå', false],
  ['åäöéüåä', true],
  ['sjövik.', false],
  ['(sjöar)', false],
  ['e-posta', false],
  ['e-postar', true],
  ['1234567', false],
  ['2026-05-03', false],
  ['kl10304', false],
  ['한국어', false],
])('%s long: %s', (word, long) => {
  expect(isLongWord(normalise(word))).toBe(long)
  expect(isLongWord(normalise(word.normalize('NFD')))).toBe(long)
})

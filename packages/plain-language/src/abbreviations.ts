/** Abbreviations that something always follows: their last point never ends a sentence. */
const neverLast = new Set([
  'ang.',
  'bl.a.',
  'ca.',
  'd.v.s.',
  'dr.',
  'dvs.',
  'enl.',
  'ev.',
  'ex.',
  'exkl.',
  'f.d.',
  'fr.o.m.',
  'inkl.',
  'jfr.',
  'p.g.a.',
  'pga.',
  'prof.',
  'resp.',
  's.k.',
  't.ex.',
  't.o.m.',
])

/** Abbreviations that a number follows, as in `kl. 10.30`, `nr. 4` and `jan. 2026`; before anything else their point ends the sentence. */
const beforeNumber = new Set([
  'apr.',
  'art.',
  'aug.',
  'bil.',
  'dec.',
  'feb.',
  'fig.',
  'jan.',
  'kap.',
  'kl.',
  'mom.',
  'nov.',
  'nr.',
  'okt.',
  's.',
  'sep.',
  'sept.',
  'sid.',
  'tab.',
  'tel.',
  'tfn.',
])

/**
 * Whether the point that ends `word` belongs to the word, so that the sentence goes on: `t.ex.`, an initial as in
 * `J. Berg`, or `kl.` before a number. `m.m.`, `osv.` and `etc.` are not among them: before a capital they end a sentence.
 */
export function isAbbreviationHere(word: string, beforeDigit: boolean): boolean {
  const lower = word.toLowerCase()
  return neverLast.has(lower) || /^\p{Lu}\.$/u.test(word) || (beforeDigit && beforeNumber.has(lower))
}

import { createRule } from '../rule'

/** A word is a run of letters; what is shorter, such as kΩ, may be a unit. */
const word = /[\p{L}\p{M}]{3,}/gu
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]
/** Letters that are kept for mathematics, circled or of full width: they look like a word and are none to a filter. */
const costume = /[\u{1D400}-\u{1D7FF}\u{1F130}-\u{1F189}\u24B6-\u24E9\uFF21-\uFF3A]{3,}/iu

/** Words put together from letters of several alphabets, so that they look like another word. A text in any one alphabet is fine. */
export const mixedScripts = createRule('mixed-scripts', ({ name, text }) => {
  const mixed = `${name} ${text}`.match(word)?.filter(each => scripts.filter(script => script.test(each)).length > 1) ?? []
  if (mixed.length > 0)
    return { weight: mixed.length >= 3 ? 'spam' : 'suspect', detail: `Bokstäver ur flera alfabet i samma ord: ${mixed.slice(0, 3).map(each => each.slice(0, 30)).join(', ')}.` }
  return costume.test(`${name} ${text}`) ? { weight: 'suspect', detail: 'Ord av tecken som bara liknar bokstäver.' } : null
})

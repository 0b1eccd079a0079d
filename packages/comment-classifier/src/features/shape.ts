import type { TextAndLinks } from '../text/links.js'

const band = (value: number, ...limits: number[]): number => limits.filter(limit => value >= limit).length
const count = (text: string, pattern: RegExp): number => Array.from(text.matchAll(pattern)).length

/**
 * What a comment looks like, whatever its words: each trait is a name with the band that its measure falls into.
 *
 * @param raw the text with its links
 * @param taken the same text taken apart
 * @param words the words of what is said
 */
export function shapeOf(raw: string, taken: TextAndLinks, words: readonly string[]): string[] {
  const letters = count(taken.words, /\p{L}/gu)
  const long = taken.words.match(/\p{L}{4,}/gu) ?? []
  const shouted = long.filter(word => word === word.toUpperCase() && word !== word.toLowerCase()).length
  const links = taken.links.length
  const length = band(words.length, 3, 9, 26, 61)
  const linked = links + taken.emails.length > 0
  const money = /\p{N}\s?(?:kr|kronor|euro|dollar|usd|sek)(?!\p{L})|[$€£]\s?\p{N}|\p{N}\s?[$€£]/iu.test(taken.words)
  const traits: Record<string, number | boolean> = {
    'links': band(links, 1, 2, 3),
    'mails': taken.emails.length > 0,
    'linked-length': linked ? length + 1 : 0,
    'linked-money': linked && money,
    'nothing-but-link': linked && letters < 3,
    'ends-linked': linked && endsWith(raw, [...taken.links, ...taken.emails]),
    'hidden-dot': taken.hidden,
    'markup': /\[\/?url|<\/?[a-z]+[ >]/i.test(raw),
    'money': money,
    'percent': /\p{N}\s?%/u.test(taken.words),
    'length': length,
    'shouting': long.length === 0 ? 0 : 1 + band(shouted / long.length, 0.1, 0.6),
    'exclamations': band(count(taken.words, /!/g), 1, 2, 4),
    'emoji': band(count(taken.words, /\p{Extended_Pictographic}/gu), 1, 3),
    'digits': band(count(taken.words, /\p{N}/gu) / (letters + 1), 0.02, 0.1, 0.4),
    'repetition': words.length < 9 ? 0 : 1 + band(1 - new Set(words).size / words.length, 0.2, 0.4),
    'foreign-script': letters - count(taken.words, /\p{Script=Latin}/gu) > letters * 0.3,
    'question': /\?/.test(taken.words),
    'arrows': /[>»→]\s|>{2,}|👉|👇/u.test(raw),
  }
  return Object.entries(traits).map(([name, value]) => `shape:${name}=${Number(value)}`)
}

/** Looks at the last characters alone: a long run of marks must not be searched from each of its own. */
function endsWith(text: string, links: readonly string[]): boolean {
  const end = withoutMarksAtEnd(text.slice(-300))
  return links.some(link => end.endsWith(withoutMarksAtEnd(link.slice(-200))))
}

const withoutMarksAtEnd = (text: string): string => text.replace(/[^\p{L}\p{N}]+$/u, '')

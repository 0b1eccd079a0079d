const amount = '(?:\\d[\\d\\s]*|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|one|two|three|four|five|six|seven|eight|nine|ten)'
const naming = new RegExp(`^${amount} (?:thoughts?|comments?|responses?|replies|reply|tank(?:e|ar)|kommentar(?:er)?|svar|reaktion(?:er)?) (?:on|to|om|på|till|kring) (?<named>.{1,250})$`, 'iu')
const counting = /^(?:\d[\d\s]*|inga|no|one|en|ett) (?:comments?|responses?|replies|kommentar(?:er)?|svar)(?: än| yet)?:?$/iu
const bare = /^(?:kommentarer|comments|läsarnas kommentarer)\s*(?:\(\d+\))?:?$/iu

/**
 * How surely a line is the heading above a page's comments. `sure`: it counts and names the page, in quotation marks
 * or by its title (`14 thoughts on “…”`, `5 tankar om ”…”`). `likely`: it only counts (`5 kommentarer`, which may be a
 * link above the text as well) or is a word that may be a subheading too (`Kommentarer`). Null for any other line, so
 * for `Fem tankar om språk` as well, unless that is the page's title.
 */
export function readThreadHeading(line: string, title: string): 'sure' | 'likely' | null {
  const named = naming.exec(line)?.groups?.named
  if (named !== undefined)
    return /^["“”„»«'‘’]/u.test(named) || named.toLowerCase().startsWith(title.toLowerCase()) ? 'sure' : null
  return counting.test(line) || bare.test(line) ? 'likely' : null
}

/** The number of comments that a heading states, or null. */
export function statedCommentCount(heading: string): number | null {
  const digits = /^\d[\d\s]*|(?<=\()\d+(?=\))/u.exec(heading)?.[0]
  return digits === undefined ? null : Number(digits.replace(/\s/gu, ''))
}

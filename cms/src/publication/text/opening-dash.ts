import type { Inline, Text } from '@klartext/contract'

/** Hyphens, figure dash, en dash, em dash, horizontal bar and minus sign: whatever a keyboard or a paste gives for a spoken line. */
const dashes = '\\u2010\\u2011\\u2012\\u2013\\u2014\\u2015\\u2212-'

/**
 * A dash that opens a spoken line: one or more dashes with any white space around them, and text after it. A dash directly before
 * a digit opens none: `-5 grader` is a number, and its sign must not be lost.
 */
const opening = new RegExp(`^\\s*[${dashes}]+(?![\\d${dashes}])\\s*(?=\\S)`)

/**
 * A paragraph's content without the dash that makes it a spoken line.
 * @param children the paragraph's content; the dash may be marked, or stand in a run of its own
 * @returns null when the paragraph does not open with a dash, or holds nothing else
 */
export function withoutOpeningDash(children: readonly Inline[]): Inline[] | null {
  const length = opening.exec(textOf(children))?.[0].length
  return length === undefined ? null : withoutStart(children, length)
}

/** Whether a text opens as a spoken line does. */
export const opensWithDash = (text: string): boolean => opening.test(text)

/** The text of a paragraph, without marks and links. */
export function textOf(children: readonly Inline[]): string {
  return children.map(child => child.type === 'text' ? child.text : textOf(child.children)).join('')
}

function withoutStart(children: readonly Inline[], length: number): Inline[] {
  let left = length
  const cut = (run: Text): Text[] => {
    const text = run.text.slice(left)
    left = Math.max(0, left - run.text.length)
    return text === '' ? [] : [{ ...run, text }]
  }
  return children.flatMap((child): Inline[] => {
    if (child.type === 'text')
      return cut(child)
    const kept = child.children.flatMap(cut)
    return kept.length === 0 ? [] : [{ ...child, children: kept }]
  })
}

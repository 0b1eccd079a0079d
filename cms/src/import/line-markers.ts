import { opensWithDash } from '../publication/text/opening-dash'

/** How a line opens: a bullet, a number with `.` or `)`, or a dash; and the text behind that mark. */
export type LineMarker
  = | { is: 'bullet', text: string }
    | { is: 'number', number: number, text: string }
    | { is: 'dash', spaced: boolean, text: string }

const bullet = /^[•·‣▪▫◦●○■□∙⁃➢►▶*](?:\s+(\S.*))?$/u
const number = /^(\d{1,3})[.)](?:\s+(\S.*))?$/u
const dashes = /^[-\u2010-\u2015\u2212]+/u

/**
 * Reads the mark at the start of a line, or null where there is none. A mark alone on its line has an empty text.
 * What a dash is, the publication's rule for spoken lines decides, so that a line it would take for one is never plain text here.
 */
export function readMarker(line: string): LineMarker | null {
  const bulleted = bullet.exec(line)
  if (bulleted)
    return { is: 'bullet', text: bulleted[1] ?? '' }
  const numbered = number.exec(line)
  if (numbered)
    return { is: 'number', number: Number(numbered[1]), text: numbered[2] ?? '' }
  if (opensWithDash(line)) {
    const behind = line.replace(dashes, '')
    return { is: 'dash', spaced: /^\s/u.test(behind), text: behind.trim() }
  }
  return null
}

export const startsWithMarker = (line: string): boolean => {
  const marker = readMarker(line)
  return marker !== null && (marker.is !== 'dash' || marker.spaced)
}

/** How a line opens: a bullet, a number with `.` or `)`, or a dash; and the text behind that mark. */
export type LineMarker =
  | { is: 'bullet', text: string }
  | { is: 'number', number: number, text: string }
  | { is: 'dash', spaced: boolean, text: string }

const bullet = /^[•·‣▪▫◦●○■□∙⁃➢►▶*](?:\s+(.*))?$/u
const number = /^(\d{1,3})[.)](?:\s+(.*))?$/u
const dash = /^[-–—―−‐‑](\s*)(.*)$/u

/**
 * Reads the mark at the start of a line, or null where there is none. A mark alone on its line has an empty text.
 * A hyphen or minus right before a digit is a number below zero, not a mark; a line of dashes only is none either.
 */
export function readMarker(line: string): LineMarker | null {
  const bulleted = bullet.exec(line)
  if (bulleted)
    return { is: 'bullet', text: bulleted[1] ?? '' }
  const numbered = number.exec(line)
  if (numbered)
    return { is: 'number', number: Number(numbered[1]), text: numbered[2] ?? '' }
  const dashed = dash.exec(line)
  if (dashed && !/^[-−]\d/.test(line) && /[\p{L}\p{N}]/u.test(dashed[2] ?? '') && !/^[-–—]/.test(dashed[2] ?? ''))
    return { is: 'dash', spaced: dashed[1] !== '', text: dashed[2] ?? '' }
  return null
}

export const startsWithMarker = (line: string): boolean => {
  const marker = readMarker(line)
  return marker !== null && (marker.is !== 'dash' || marker.spaced)
}

import { hash } from '../text/hash.js'

/** A labelled comment. */
export interface Example {
  text: string
  isSpam: boolean
}

const parts = 5

/** What makes two comments the same for the split: their letters alone, or all they hold when they hold none. */
function letters(text: string): string {
  const kept = text.normalize('NFKC').toLowerCase().replace(/\P{L}/gu, '')
  return kept === '' ? text : kept
}

/**
 * Whether a comment belongs to the fifth that training never sees. Decided by a hash of its letters, so that comments that differ in
 * digits, marks and spaces alone are on the same side.
 *
 * @param text a comment of a labelled set
 */
export const isHeldOut = (text: string): boolean => hash(letters(text)) % parts === 0

/**
 * In which of five parts of the rest a comment is left out, when training is measured on itself.
 *
 * @param text a comment that is not held out
 * @returns 0 to 4
 */
export const foldOf = (text: string): number => hash(`fold ${letters(text)}`) % parts

/**
 * Reads labelled comments from lines of `{"label": "spam" | "honest", "text": …}`.
 *
 * @param lines the file's text
 * @throws {Error} when a line has another label or no text
 */
export function readComments(lines: string): Example[] {
  return readLines(lines).map(({ label, text }, at) => example(label, text, at))
}

/**
 * Reads labelled comments from CSV with the columns `label` (`spam` or `ham`) and `text`, quoted as RFC 4180 has it.
 *
 * @param csv the file's text
 * @throws {Error} when a row has another label or no text
 */
export function readCommentsCsv(csv: string): Example[] {
  return Array.from(csv.matchAll(/^(\w+),(?:"((?:[^"]|"")*)"|([^"\n\r]*))\r?$/gm))
    .filter(([, label]) => label !== 'label')
    .map(([, label, quoted, bare], at) => example(label === 'ham' ? 'honest' : label, quoted?.replaceAll('""', '"') ?? bare, at))
}

/**
 * Reads labelled questions from lines of `{"isQuestion": true | false, "text": …}`.
 *
 * @param lines the file's text
 * @throws {Error} when a line has another label or no text
 */
export function readQuestions(lines: string): { text: string, isQuestion: boolean }[] {
  return readLines(lines).map(({ isQuestion, text }, at) => {
    if (typeof isQuestion !== 'boolean' || typeof text !== 'string' || text === '')
      throw new Error(`Comment ${at + 1} is labelled ${JSON.stringify(isQuestion)}; it needs a text and whether it is a question.`)
    return { text, isQuestion }
  })
}

function example(label: unknown, text: unknown, at: number): Example {
  if ((label !== 'spam' && label !== 'honest') || typeof text !== 'string' || text === '')
    throw new Error(`Comment ${at + 1} is labelled ${JSON.stringify(label)}; it needs a text and the label spam or honest.`)
  return { text, isSpam: label === 'spam' }
}

function readLines(lines: string): Record<string, unknown>[] {
  return lines.split('\n').filter(line => line.trim() !== '').map(line => JSON.parse(line) as Record<string, unknown>)
}

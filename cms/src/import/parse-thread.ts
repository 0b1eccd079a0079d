import type { PageLine } from './page-lines'
import type { ParsedComment, Placement } from './parsed-page'
import { readSignature } from './comment-signature'
import { readEdgeFurniture, readFurniture } from './furniture'
import { placeFurniture } from './furniture-notes'
import { readMarker } from './line-markers'
import { readStatedInstant } from './stated-instant'

interface OpenComment {
  comment: ParsedComment
  /** The number that the page gives it; null in a thread without numbers. */
  number: number | null
  indent: number
  /** The lines that say who wrote it and when; they become the text where no other follows. */
  signature: string | null
}

/**
 * Reads the comments below the heading of a thread.
 *
 * - A numbered line opens a comment: the next number of an open row of comments goes on with that row; a 1 further in than
 *   the comment above opens the replies to it. Any other number is text of the comment above.
 * - In a thread without numbers, a line that names who writes opens a comment; further in than the one above, a reply to it.
 * - A line that names who writes, or a date, directly below such an opening states author and date; both stay null elsewhere.
 * - Every other line is text of the comment opened last, with a blank line between paragraphs. Below the last comment, a line at the
 *   margin is not, when the numbers themselves are indented: it is reported as not placed, like text above the first comment.
 */
export function parseThread(lines: PageLine[]): { comments: ParsedComment[], placements: Placement[] } {
  const isNumbered = lines.some(line => readMarker(line.text)?.is === 'number')
  const opens = lines.map((line, index) => isNumbered ? readMarker(line.text)?.is === 'number' : readSignature(line.text, lines[index + 1]?.text) !== null)
  const lastOpening = opens.lastIndexOf(true)
  const margin = lines.filter((_, index) => opens[index]).reduce((least, line) => Math.min(least, line.indent), Infinity)

  const roots: ParsedComment[] = []
  const every: OpenComment[] = []
  const placements: Placement[] = []
  let row: OpenComment[] = []
  let hasEnded = false
  for (const [index, line] of lines.entries()) {
    const place = (became: Placement['became'], note: string | null = null): number => placements.push({ line: line.number, text: line.text, became, note })
    const furniture = readFurniture(line.text) ?? (readEdgeFurniture(line.text) === 'thread' ? 'thread' : null)
    if (furniture) {
      placements.push(placeFurniture(line, furniture))
      continue
    }
    const opened = opens[index] ? openComment(line, lines[index + 1]?.text, row) : null
    if (opened) {
      row = [...row.slice(0, opened.depth), opened.open]
      every.push(opened.open)
      const siblings = row.at(-2)?.comment.replies ?? roots
      siblings.push(opened.open.comment)
      place(opened.open.signature === null ? 'comment' : 'comment-author')
      continue
    }
    const current = row.at(-1)
    hasEnded ||= index > lastOpening && line.indent === 0 && margin > 0
    if (!current || hasEnded)
      place('unplaced', current ? 'står efter kommentarerna' : 'står före den första kommentaren')
    else
      place(addLine(current, line, lines[index + 1]?.text))
  }
  for (const { comment, signature } of every) {
    if (comment.text === '' && signature !== null)
      Object.assign(comment, { text: signature, authorName: null, writtenAt: null })
  }
  return { comments: withoutEmpty(roots), placements }
}

/** Where a line that opens a comment belongs: below `depth` comments of the open row; null where its number fits nowhere. */
function openComment(line: PageLine, below: string | undefined, row: OpenComment[]): { depth: number, open: OpenComment } | null {
  const marker = readMarker(line.text)
  const number = marker?.is === 'number' ? marker.number : null
  const depth = findDepth(row, number, line.indent)
  if (depth === null)
    return null
  const text = marker?.is === 'number' ? marker.text : line.text
  const signature = readSignature(text, below)
  const comment: ParsedComment = { line: line.number, authorName: signature?.authorName ?? null, writtenAt: signature?.writtenAt ?? null, text: signature ? '' : text, replies: [] }
  return { depth, open: { comment, number, indent: line.indent, signature: signature ? text : null } }
}

function findDepth(row: OpenComment[], number: number | null, indent: number): number | null {
  const inside = row.findLastIndex(open => open.indent < indent) + 1
  if (number === null || row.length === 0)
    return inside
  // " 9." and "10." end at the same column where numbers are set to the right
  const isNext = ({ number: above, indent: column }: OpenComment): boolean =>
    above !== null && ((number === above + 1 && column + String(above).length === indent + String(number).length) || (number > above && column === indent))
  const sibling = row.findLastIndex(isNext)
  if (sibling >= 0)
    return sibling
  return number === 1 && inside > 0 ? inside : null
}

/** Takes a line into the comment opened last: who or when as long as there is no text, else text. */
function addLine(open: OpenComment, line: PageLine, below: string | undefined): Placement['became'] {
  const { comment } = open
  if (comment.text === '') {
    const stated = comment.authorName === null ? readSignature(line.text, below) : null
    const writtenAt = comment.writtenAt === null ? stated?.writtenAt ?? readStatedInstant(line.text) : null
    if (stated !== null || writtenAt !== null) {
      comment.authorName ??= stated?.authorName ?? null
      comment.writtenAt ??= writtenAt
      open.signature = open.signature === null ? line.text : `${open.signature}\n${line.text}`
      return 'comment-author'
    }
  }
  comment.text = comment.text === '' ? line.text : `${comment.text}${line.afterBlank ? '\n\n' : '\n'}${line.text}`
  return 'comment'
}

/** Leaves out numbers without any text; their replies take their place. */
const withoutEmpty = (comments: ParsedComment[]): ParsedComment[] => comments.flatMap((comment) => {
  const replies = withoutEmpty(comment.replies)
  return comment.text === '' ? replies : [{ ...comment, replies }]
})

import type { PageLine } from './page-lines'
import type { ParsedComment, ParsedPage, Placement } from './parsed-page'
import { assertPlainText } from './assert-plain-text'
import { readFurniture, readTailFurniture } from './furniture'
import { placeFurniture } from './furniture-notes'
import { ImportError } from './import-error'
import { readLines } from './page-lines'
import { divideIntoZones } from './page-zones'
import { parseBody } from './parse-body'
import { parseHead, parseTitle } from './parse-head'
import { parseThread } from './parse-thread'
import { readThreadHeading, statedCommentCount } from './thread-heading'
import { unwrapLines } from './unwrap-lines'

const mostLines = 20_000
const longestComment = 20_000

/**
 * Reads the text of a saved page. An article with two or more spoken lines and without comments is a profile, any other an
 * essay. Every line that carries text stands in `placements`: nothing is left out without a word.
 *
 * @throws ImportError when the text is not that of a page, or has no title, nothing below it or more than 20,000 lines
 */
export function parsePage(text: string): ParsedPage {
  assertPlainText(text)
  const lines = readLines(text)
  if (lines.length > mostLines)
    throw new ImportError(`Filen har ${lines.length} rader text; en sparad sida har högst ${mostLines}. Spara varje sida i en egen fil.`)
  const { title, placements: top, below } = parseTitle(unwrapLines(lines))
  const zones = divideIntoZones(below, title)
  const head = parseHead(zones.article, title)
  const body = parseBody(head.below, head)
  const thread = parseThread(zones.thread)
  if (body.parts.length === 0)
    throw new ImportError('Filen har en rubrik men ingen text under den.')
  assertCommentLengths(thread.comments)

  const spoken = body.parts.filter(part => part.type === 'dialogue').length
  const hasForm = below.some(line => readFurniture(line.text) === 'form')
  const isClosed = below.some(line => readFurniture(line.text) === 'closed')
  return {
    title,
    kind: spoken >= 2 && thread.comments.length === 0 ? 'profile' : 'essay',
    standfirst: head.standfirst,
    statedPublishedAt: head.publishedAt,
    statedUpdatedAt: head.updatedAt,
    parts: body.parts,
    comments: thread.comments,
    commentsOpen: (zones.threadHeading !== null || hasForm) && !isClosed,
    placements: [
      ...top,
      ...head.placements,
      ...body.placements,
      ...(zones.threadHeading ? [placeThreadHeading(zones.threadHeading, countComments(thread.comments))] : []),
      ...thread.placements,
      ...zones.form.map(line => placeBelowForm(line, title)),
    ].sort((a, b) => a.line - b.line),
  }
}

export const countComments = (comments: ParsedComment[]): number =>
  comments.reduce((count, comment) => count + 1 + countComments(comment.replies), 0)

function assertCommentLengths(comments: ParsedComment[]): void {
  for (const { line, text, replies } of comments) {
    if (text.length > longestComment)
      throw new ImportError(`kommentaren är ${text.length} tecken lång; den får ha högst ${longestComment}.`, line)
    assertCommentLengths(replies)
  }
}

function placeThreadHeading({ number, text }: PageLine, found: number): Placement {
  const stated = statedCommentCount(text)
  const differs = stated !== null && stated !== found
  return { line: number, text, became: 'furniture', note: differs ? `kommentarernas rubrik; den räknar ${stated}, i filen finns ${found}` : 'kommentarernas rubrik' }
}

function placeBelowForm(line: PageLine, title: string): Placement {
  const furniture = readFurniture(line.text) ?? readTailFurniture(line.text) ?? (readThreadHeading(line.text, title) === null ? null : 'navigation')
  return furniture ? placeFurniture(line, furniture) : { line: line.number, text: line.text, became: 'unplaced', note: 'står efter kommentarsformuläret' }
}

import type { PageLine } from './page-lines'
import { readSignature } from './comment-signature'
import { readFurniture } from './furniture'
import { readMarker } from './line-markers'
import { readThreadHeading } from './thread-heading'

/** The stretches of a saved page below its title. */
export interface PageZones {
  article: PageLine[]
  /** Null where the page has no thread. */
  threadHeading: PageLine | null
  thread: PageLine[]
  /** From the first line of the form for comments to the end of the page. */
  form: PageLine[]
}

/**
 * Divides the lines below the title. The thread begins at a heading that surely is one, or at a likely one when a
 * comment, the form or nothing follows it. The form begins at its first line below the thread; on a page without a
 * thread, at the first such line that has text above it and nothing longer than a footer's line below.
 */
export function divideIntoZones(lines: PageLine[], title: string): PageZones {
  const threadStart = lines.findIndex((line, index) => {
    const heading = readThreadHeading(line.text, title)
    return heading === 'sure' || (heading === 'likely' && startsThread(lines, index + 1))
  })
  if (threadStart < 0) {
    const formStart = findFormWithoutThread(lines)
    return { article: lines.slice(0, formStart), threadHeading: null, thread: [], form: lines.slice(formStart) }
  }
  const below = lines.slice(threadStart + 1)
  const formStart = endOr(below, below.findIndex(line => isFormLine(line.text)))
  return { article: lines.slice(0, threadStart), threadHeading: lines[threadStart] ?? null, thread: below.slice(0, formStart), form: below.slice(formStart) }
}

function startsThread(lines: PageLine[], from: number): boolean {
  let index = from
  while (['loading', 'separator'].includes(readFurniture(lines[index]?.text ?? '') ?? ''))
    index++
  const next = lines[index]
  return next === undefined || isFormLine(next.text) || readMarker(next.text)?.is === 'number' || readSignature(next.text, lines[index + 1]?.text) !== null
}

const isFormLine = (text: string): boolean => ['form', 'closed'].includes(readFurniture(text) ?? '')

const longestFooterLine = 120

function findFormWithoutThread(lines: PageLine[]): number {
  const lastText = lines.findLastIndex(line => line.text.length > longestFooterLine && readFurniture(line.text) === null)
  const firstSentence = lines.findIndex(line => /[.!?…]["”]?$/u.test(line.text) && readFurniture(line.text) === null)
  return endOr(lines, lines.findIndex((line, index) => index > lastText && firstSentence >= 0 && index > firstSentence && isFormLine(line.text)))
}

const endOr = (lines: PageLine[], index: number): number => index < 0 ? lines.length : index

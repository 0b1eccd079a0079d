import type { Dialogue, Inline, Paragraph } from '@klartext/contract'
import type { BodyEntry } from '../entries/entry-schemas'
import type { Anchors } from './anchors'
import type { References } from './references'
import type { BodySnapshot } from './schemas'
import { opensWithDash, textOf, withoutOpeningDash } from '../text/opening-dash'
import { fieldText } from '../text/typography'
import { createAnchors } from './anchors'
import { figureOf, infographicOf } from './figure'
import { speakerOf } from './references'
import { textParts } from './text-parts'

type Part = BodySnapshot[number]

export interface BodyContext {
  language: string
  references: References
  /** Speaks in every spoken line whose part names nobody; null where the article is about nobody, or about several. */
  onlySubject: string | null
}

/** The parts of an article's body; what holds nothing is left out. */
export function bodyOf(entries: readonly BodyEntry[], context: BodyContext): BodySnapshot {
  const anchors = createAnchors()
  return entries.flatMap(entry => partsOf(entry, context, anchors))
}

function partsOf(entry: BodyEntry, context: BodyContext, anchors: Anchors): Part[] {
  const { language } = context
  switch (entry.__component) {
    case 'body.text':
      return textParts(entry.text, { language, anchors }).flatMap((part): Part[] => part.type === 'paragraph' ? spokenOr(part, entry.speaker, context) : [part])
    case 'body.quote': {
      const text = fieldText(entry.text, language)
      return text ? [{ type: 'quote', children: plain(text), attribution: fieldText(entry.attribution, language) }] : []
    }
    case 'body.figure': {
      const figure = figureOf(entry, language)
      return figure ? [{ type: 'figure', ...figure }] : []
    }
    case 'body.infographic': {
      const infographic = infographicOf(entry, language)
      return infographic ? [infographic] : []
    }
    case 'body.fact-box': {
      const parts = textParts(entry.text, { language, anchors })
      const title = fieldText(entry.title, language)
      return title || parts.length > 0 ? [{ type: 'factBox', title: title ?? '', parts }] : []
    }
  }
}

const plain = (text: string): Inline[] => [{ type: 'text', text, marks: [] }]

/**
 * A paragraph that opens with a dash as spoken lines: one, or several where each further line of it opens with a dash too. Any other
 * paragraph stays as it is.
 */
function spokenOr(paragraph: Paragraph, speaker: string | null, context: BodyContext): (Paragraph | Dialogue)[] {
  if (!opensWithDash(textOf(paragraph.children)))
    return [paragraph]
  const id = speaker ?? context.onlySubject
  const said = { type: 'dialogue' as const, speaker: id === null ? null : speakerOf(id, context.references) }
  return spokenLines(paragraph.children).flatMap((line) => {
    const children = withoutOpeningDash(line)
    return children ? [{ ...said, children }] : []
  })
}

/** Cuts a paragraph at each line break that a dash follows. */
function spokenLines(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  children.forEach((child, index) => {
    if (child.type === 'link') {
      lines.at(-1)?.push(child)
      return
    }
    const after = textOf(children.slice(index + 1))
    const pieces = child.text.split('\n')
    let line = ''
    pieces.forEach((piece, position) => {
      const rest = [...pieces.slice(position), ''].join('\n').slice(0, -1) + after
      if (position > 0 && opensWithDash(rest)) {
        keep(lines, { ...child, text: line })
        lines.push([])
        line = piece
      }
      else {
        line = position === 0 ? piece : `${line}\n${piece}`
      }
    })
    keep(lines, { ...child, text: line })
  })
  return lines
}

function keep(lines: Inline[][], run: Inline & { type: 'text' }): void {
  if (run.text !== '')
    lines.at(-1)?.push(run)
}

/** What a line of a saved page became. `furniture` is left out on purpose; `unplaced` could not be placed. */
export type Became
  = | 'title'
    | 'date'
    | 'standfirst'
    | 'paragraph'
    | 'heading'
    | 'list-item'
    | 'dialogue'
    | 'figure'
    | 'infographic'
    | 'caption'
    | 'credit'
    | 'comment'
    | 'comment-author'
    | 'furniture'
    | 'unplaced'

/** One line of the report, in the order of the file; a line with a picture text glued to a paragraph makes two. */
export interface Placement {
  /** Line of the file, from 1. */
  line: number
  text: string
  became: Became
  /** A word to the editor, in Swedish: why a line was left out or not placed, or what to do with it. */
  note: string | null
}

export interface ParsedList { ordered: boolean, items: ParsedListItem[] }
export interface ParsedListItem { text: string, list: ParsedList | null }

/** The parts of the article's body, in reading order. A dialogue line keeps its dash. */
export type ParsedPart
  = | { type: 'paragraph' | 'heading' | 'dialogue', text: string }
    | { type: 'list', list: ParsedList }
    | { type: 'figure', alt: string, caption: string | null, credit: string | null }
    | { type: 'infographic', alt: string, caption: string | null, credit: string | null }

export interface ParsedComment {
  /** Where it begins in the file, from 1. */
  line: number
  /** Null where the page states no name. */
  authorName: string | null
  /** Instant in UTC, or null where the page states no date. */
  writtenAt: string | null
  /** Plain text; a blank line parts its paragraphs. */
  text: string
  replies: ParsedComment[]
}

/** A saved page, read. */
export interface ParsedPage {
  title: string
  kind: 'profile' | 'essay'
  standfirst: string | null
  /** Instants in UTC, stated on the page; a day without a time is noon in Stockholm. */
  statedPublishedAt: string | null
  statedUpdatedAt: string | null
  parts: ParsedPart[]
  comments: ParsedComment[]
  /** The page has a thread or a form for comments, and does not say that they are closed. */
  commentsOpen: boolean
  /** Every line of the file that carries text, in order. */
  placements: Placement[]
}

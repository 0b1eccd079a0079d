import type { Inline, Mark, Text } from '@klartext/contract'
import { linkUrlPattern, marks } from '@klartext/contract'
import { cleaned, typeset } from '../text/typography'

/** Anything in a JSON column: read member by member, never trusted. */
export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

export const nodesOf = (value: unknown): Node[] => Array.isArray(value) ? value.filter(isNode) : []

/** Whether a link may reach a reader: http, https, mailto, tel, a path of the site or an anchor, with no control character. */
export const isAllowedUrl = (url: unknown): url is string => typeof url === 'string' && url.isWellFormed() && linkUrlPattern.test(url)

/**
 * The inline content of a Blocks node: texts with marks, and links whose address may reach a reader; of any other link the text stays.
 * Texts are set (see `text/typography.ts`), neighbours with the same marks are one text, and no space stands at either end.
 * @param children a Blocks node's `children`, of any shape
 * @param language of the text
 */
export function inlineOf(children: unknown, language: string): Inline[] {
  const setter = createSetter(language)
  return trimmed(merged(nodesOf(children).flatMap(child => inlineNode(child, setter))))
}

type Setter = (run: Text) => Text

/** Sets run after run of one block: what a quotation mark or a space becomes depends on the run before. */
function createSetter(language: string): Setter {
  let before = ''
  return (run) => {
    const text = run.marks.includes('code') ? cleaned(run.text) : typeset(run.text, language, before)
    before = text.slice(-1) || before
    return { ...run, text }
  }
}

function inlineNode(node: Node, set: Setter): Inline[] {
  if (typeof node.text === 'string')
    return [set({ type: 'text', text: node.text, marks: marks.filter((mark: Mark) => node[mark] === true) })]
  const children = nodesOf(node.children).flatMap(child => inlineNode(child, set)).flatMap(child => child.type === 'link' ? child.children : [child])
  const texts = mergedTexts(children)
  return node.type === 'link' && isAllowedUrl(node.url) && texts.length > 0 ? [{ type: 'link', url: node.url, children: texts }] : texts
}

function merged(children: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text' && hasSameMarks(last, child))
      joined[joined.length - 1] = { ...last, text: last.text + child.text }
    else if (child.type === 'link' || child.text !== '')
      joined.push(child)
  }
  return joined
}

const mergedTexts = (texts: readonly Text[]): Text[] => merged(texts).filter(child => child.type === 'text')

const hasSameMarks = (a: Text, b: Text): boolean => a.marks.join() === b.marks.join()

/** Takes the white space off both ends, and with it a run or a link that holds nothing else. */
function trimmed(children: readonly Inline[]): Inline[] {
  return fromEnd(fromEnd(children, 'trimStart'), 'trimEnd')
}

function fromEnd(children: readonly Inline[], trim: 'trimStart' | 'trimEnd'): Inline[] {
  const kept = [...children]
  while (kept.length > 0) {
    const index = trim === 'trimStart' ? 0 : kept.length - 1
    const child = trimmedChild(kept[index], trim)
    if (child) {
      kept[index] = child
      return kept
    }
    kept.splice(index, 1)
  }
  return kept
}

function trimmedChild(child: Inline | undefined, trim: 'trimStart' | 'trimEnd'): Inline | null {
  if (child?.type === 'text') {
    const text = child.text[trim]()
    return text === '' ? null : { ...child, text }
  }
  const children = fromEnd(child?.children ?? [], trim).filter(run => run.type === 'text')
  return child && children.length > 0 ? { ...child, children } : null
}

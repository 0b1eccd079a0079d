import type { Heading, Inline, List, ListItem, Paragraph, Quote } from '@klartext/contract'
import type { Anchors } from './anchors'
import type { Node } from './inline'
import { textOf } from '../text/opening-dash'
import { inlineOf, nodesOf } from './inline'

/** What Strapi's Blocks can hold of a text. */
export type TextPart = Paragraph | Heading | List | Quote

export interface TextContext {
  language: string
  anchors: Anchors
}

/**
 * Strapi Blocks as parts of a text: paragraphs, headings (levels held to 2 to 4), lists and quotes; a code block becomes a paragraph
 * of code, and what holds no text (an empty paragraph, an image) is left out.
 * @param blocks the JSON of a `blocks` field, of any shape
 */
export function textParts(blocks: unknown, context: TextContext): TextPart[] {
  return nodesOf(blocks).flatMap(node => textPart(node, context))
}

function textPart(node: Node, context: TextContext): TextPart[] {
  if (node.type === 'list') {
    const list = listOf(node, context.language)
    return list.items.length === 0 ? [] : [list]
  }
  const children = node.type === 'code' ? codeOf(node) : inlineOf(node.children, context.language)
  if (children.length === 0)
    return []
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: levelOf(node.level), anchor: context.anchors(textOf(children)), children }]
    case 'quote':
      return [{ type: 'quote', children, attribution: null }]
    default:
      return [{ type: 'paragraph', children }]
  }
}

function levelOf(level: unknown): Heading['level'] {
  if (level === 3)
    return 3
  return typeof level === 'number' && level > 3 ? 4 : 2
}

function codeOf(node: Node): Inline[] {
  return inlineOf(nodesOf(node.children).map(child => ({ ...child, code: true })), '')
}

/** A list; Blocks put a nested list beside the item that it belongs to, the contract puts it inside. */
function listOf(node: Node, language: string): List {
  const items: ListItem[] = []
  for (const child of nodesOf(node.children)) {
    if (child.type === 'list')
      nest(items, listOf(child, language))
    else
      items.push(...itemOf(child, language))
  }
  return { type: 'list', ordered: node.format === 'ordered', items }
}

function itemOf(node: Node, language: string): ListItem[] {
  const children = inlineOf(node.children, language)
  return children.length === 0 ? [] : [{ children, list: null }]
}

function nest(items: ListItem[], list: List): void {
  const owner = items.at(-1)
  if (!owner)
    items.push(...list.items)
  else if (!owner.list)
    owner.list = list.items.length === 0 ? null : list
  else
    owner.list.items.push(...list.items)
}

/** Every node of Blocks, at any depth. */
export function everyNode(blocks: unknown): Node[] {
  return nodesOf(blocks).flatMap(node => [node, ...everyNode(node.children)])
}

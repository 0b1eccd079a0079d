import type { Heading, List, PhrasingContent, RootContent } from 'mdast'
import type { Block, InlineNode, ListItemNode, ListNode, TextNode } from './strapi-blocks'
import { fromMarkdown } from 'mdast-util-from-markdown'

type Marks = Pick<TextNode, 'bold' | 'italic'>

/**
 * Turns the Markdown of the example content into Strapi Blocks.
 *
 * @param markdown paragraphs, headings of level 2 to 4, lists, links, `**bold**` and `*italic*`; a line break inside a paragraph counts as a space
 * @returns one block for each paragraph, heading and list
 * @throws Error that names the Markdown it does not know
 */
export const markdownToBlocks = (markdown: string): Block[] => fromMarkdown(markdown).children.map(toBlock)

/** As `markdownToBlocks`, for one node of a parsed document. */
export function toBlock(node: RootContent): Block {
  switch (node.type) {
    case 'paragraph': return { type: 'paragraph', children: toInline(node.children) }
    case 'heading': return { type: 'heading', level: toLevel(node.depth), children: toInline(node.children) }
    case 'list': return toList(node, 0)
    default: throw unknownMarkdown(node.type, node.position?.start.line)
  }
}

function toLevel(depth: Heading['depth']): 2 | 3 | 4 {
  if (depth === 2 || depth === 3 || depth === 4)
    return depth
  throw new Error(`a heading must be of level 2 to 4, not ${depth}: the title is the only level 1`)
}

function toList(list: List, indentLevel: number): ListNode {
  const children = list.children.flatMap((item): (ListItemNode | ListNode)[] => item.children.map((node) => {
    if (node.type === 'paragraph')
      return { type: 'list-item', children: toInline(node.children) }
    if (node.type === 'list')
      return toList(node, indentLevel + 1)
    throw unknownMarkdown(`${node.type} in a list`, node.position?.start.line)
  }))
  return { type: 'list', format: list.ordered ? 'ordered' : 'unordered', ...(indentLevel > 0 ? { indentLevel } : {}), children }
}

function toInline(nodes: PhrasingContent[], marks: Marks = {}): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type === 'link')
      return [{ type: 'link', url: node.url, children: toText(node.children, marks) }]
    return toText([node], marks)
  })
}

function toText(nodes: PhrasingContent[], marks: Marks): TextNode[] {
  return nodes.flatMap((node): TextNode[] => {
    switch (node.type) {
      case 'text': return [{ type: 'text', text: node.value.replaceAll('\n', ' '), ...marks }]
      case 'strong': return toText(node.children, { ...marks, bold: true })
      case 'emphasis': return toText(node.children, { ...marks, italic: true })
      default: throw unknownMarkdown(node.type, node.position?.start.line)
    }
  })
}

const unknownMarkdown = (what: string, line: number | undefined) =>
  new Error(`the example content cannot hold Markdown of the kind "${what}"${line === undefined ? '' : ` (line ${line} of its text)`}`)

import type { Block, ListNode } from '../example-content/strapi-blocks'
import type { ParsedList, ParsedPage, ParsedPart } from './parsed-page'

type BodyComponent
  = | { __component: 'body.text', text: Block[] }
    | { __component: 'body.figure' | 'body.infographic', alt: string, caption: string | null, credit: string | null, missingFile: true }

/**
 * A parsed page as the document service takes an article. Text that follows on text is one text part; a picture, whose file did
 * not come along, is a part of its own in its place, so that everything keeps the page's order.
 */
export function toArticleData(page: ParsedPage) {
  const { title, kind, standfirst, statedPublishedAt, statedUpdatedAt, commentsOpen } = page
  return { title, kind, standfirst, statedPublishedAt, statedUpdatedAt, commentsOpen, body: toBody(page.parts) }
}

function toBody(parts: ParsedPart[]): BodyComponent[] {
  const body: BodyComponent[] = []
  for (const part of parts) {
    if (part.type === 'figure' || part.type === 'infographic') {
      const { alt, caption, credit } = part
      body.push({ __component: `body.${part.type}`, alt, caption, credit, missingFile: true })
      continue
    }
    const above = body.at(-1)
    if (above?.__component === 'body.text')
      above.text.push(toBlock(part))
    else
      body.push({ __component: 'body.text', text: [toBlock(part)] })
  }
  return body
}

function toBlock(part: Exclude<ParsedPart, { type: 'figure' | 'infographic' }>): Block {
  if (part.type === 'list')
    return toList(part.list, 0)
  const children = [{ type: 'text' as const, text: part.text }]
  return part.type === 'heading' ? { type: 'heading', level: 2, children } : { type: 'paragraph', children }
}

/** Blocks put a nested list beside the item that it belongs to. */
function toList({ ordered, items }: ParsedList, indentLevel: number): ListNode {
  return {
    type: 'list',
    format: ordered ? 'ordered' : 'unordered',
    ...(indentLevel > 0 ? { indentLevel } : {}),
    children: items.flatMap(({ text, list }) => [
      { type: 'list-item' as const, children: [{ type: 'text' as const, text }] },
      ...(list ? [toList(list, indentLevel + 1)] : []),
    ]),
  }
}

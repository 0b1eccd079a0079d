/** The part of Strapi's Blocks that the example content uses. */
export interface TextNode {
  type: 'text'
  text: string
  bold?: true
  italic?: true
}

export interface LinkNode {
  type: 'link'
  url: string
  children: TextNode[]
}

export type InlineNode = TextNode | LinkNode

export interface ListNode {
  type: 'list'
  format: 'ordered' | 'unordered'
  indentLevel?: number
  children: (ListItemNode | ListNode)[]
}

export interface ListItemNode {
  type: 'list-item'
  children: InlineNode[]
}

export type Block
  = | { type: 'paragraph', children: InlineNode[] }
    | { type: 'heading', level: 2 | 3 | 4, children: InlineNode[] }
    | ListNode

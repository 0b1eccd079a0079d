import type { Article, BodyPart, Comment, Inline, List } from '@klartext/contract'

const inline = (children: Inline[]): string => children.map(child => child.type === 'text' ? child.text : inline(child.children)).join('')

const list = ({ items }: List): string => items.map(item => inline(item.children) + (item.list ? list(item.list) : '')).join('')

function partText(part: BodyPart): string {
  switch (part.type) {
    case 'list': return list(part)
    case 'figure':
    case 'infographic': return [part.alt, part.caption, part.credit].join('')
    case 'factBox': return [part.title, ...part.parts.map(partText)].join('')
    default: return inline(part.children)
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'' }
const plain = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity)

const commentText = (comment: Comment): string => plain(comment.bodyHtml) + comment.replies.map(commentText).join('')

/** All that an article and its thread say in the public API, in reading order, as {@link letters}. */
export const apiText = (article: Article, comments: Comment[]): string =>
  letters([article.title, article.standfirst, ...article.body.map(partText), ...comments.map(commentText)].join(''))

/** The same of the article's HTML. */
export const htmlText = (article: Article): string => letters(plain(article.bodyHtml))

/** All that a saved page says, without the lines named (counted from 1): furniture and dates. Marks of lists, speech and comments are layout. */
export function fileText(text: string, without: number[]): string {
  const lines = text.split(/\r\n|\n/).filter((_, index) => !without.includes(index + 1))
  return letters(lines.map(line => line.trim().replace(/^(?:[•*–-]\s*|\d+\. |Ingress: )/u, '')).join(''))
}

/** A text without white space and with folded quotation marks: two texts that are equal so say the same sentences once each, in the same order. */
export const letters = (text: string): string => text.normalize('NFC').replace(/[“”„"]/gu, '”').replace(/['‘’]/gu, '’').replace(/\s+/gu, '')

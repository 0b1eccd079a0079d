import type { BodyPart, List } from '@klartext/contract'
import { figureHtml } from './figure-html'
import { element, escapeHtml } from './html'
import { inlineHtml } from './inline-html'

/** The dash and the space that a spoken line is shown with. */
const spokenDash = '– '

/** Every part of a body as safe HTML, one line a part; headings carry their anchors. */
export const bodyHtml = (parts: readonly BodyPart[], language: string): string => parts.map(part => partHtml(part, language, true)).join('\n')

/** Parts of a text that stands among others on a page (a biography): headings carry no anchors, which could be taken there. */
export const textHtml = (parts: readonly BodyPart[], language: string): string => parts.map(part => partHtml(part, language, false)).join('\n')

function partHtml(part: BodyPart, language: string, hasAnchors: boolean): string {
  switch (part.type) {
    case 'paragraph':
      return element('p', {}, inlineHtml(part.children))
    case 'heading':
      return element(`h${part.level}`, { id: hasAnchors ? part.anchor : null }, inlineHtml(part.children))
    case 'list':
      return listHtml(part)
    case 'quote': {
      const quote = element('blockquote', {}, element('p', {}, inlineHtml(part.children)))
      return element('figure', {}, part.attribution === null ? quote : `${quote}${element('figcaption', {}, escapeHtml(part.attribution))}`)
    }
    case 'dialogue':
      return element('p', { class: 'dialogue' }, `${spokenDash}${inlineHtml(part.children)}`)
    case 'figure':
    case 'infographic':
      return figureHtml(part, language)
    case 'factBox': {
      const title = part.title === '' ? '' : element('p', {}, element('strong', {}, escapeHtml(part.title)))
      return element('aside', {}, `${title}${part.parts.map(inner => partHtml(inner, language, hasAnchors)).join('')}`)
    }
  }
}

function listHtml({ ordered, items }: List): string {
  return element(ordered ? 'ol' : 'ul', {}, items.map(item => element('li', {}, `${inlineHtml(item.children)}${item.list ? listHtml(item.list) : ''}`)).join(''))
}

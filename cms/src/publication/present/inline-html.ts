import type { Inline, Mark, Text } from '@klartext/contract'
import { linkUrlPattern } from '@klartext/contract'
import { element, escapeHtml } from './html'

const elements: Record<Mark, string> = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' }

/** Inline content as HTML; a line break becomes `<br>`, the first mark is the outermost element. */
export const inlineHtml = (children: readonly Inline[]): string => children.map(child => child.type === 'text' ? textHtml(child) : linkHtml(child.url, child.children)).join('')

function textHtml({ text, marks }: Text): string {
  const escaped = escapeHtml(text).replaceAll('\n', '<br>')
  return marks.reduceRight((inner, mark) => element(elements[mark], {}, inner), escaped)
}

function linkHtml(url: string, children: readonly Text[]): string {
  const content = children.map(textHtml).join('')
  // the snapshot holds no other link; an old one must not either
  return linkUrlPattern.test(url) ? element('a', { href: url }, content) : content
}

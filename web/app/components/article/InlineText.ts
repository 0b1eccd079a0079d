import type { Inline, Mark, Text } from '@klartext/contract'
import type { FunctionalComponent, VNodeArrayChildren, VNodeChild } from 'vue'
import { h } from 'vue'

const elements: Record<Mark, string> = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' }

/** Inline parts of the API as elements: text with its marks, links, and line breaks. */
export const InlineText: FunctionalComponent<{ parts: readonly Inline[] }> = ({ parts }) => parts.map(renderInline)
InlineText.props = ['parts']

function renderInline(part: Inline): VNodeChild {
  return part.type === 'link' ? h('a', { href: part.url }, part.children.map(renderText)) : renderText(part)
}

function renderText({ text, marks }: Text): VNodeChild {
  const lines = text.split('\n').flatMap<VNodeChild>((line, index) => index === 0 ? [line] : [h('br'), line])
  return marks.reduceRight<VNodeArrayChildren>((children, mark) => [h(elements[mark], children)], lines)
}

import type { FunctionalComponent } from 'vue'
import { h } from 'vue'

/** A block of code in a page from git. A long line scrolls, so the block can be reached by keyboard. */
export const CodeBlock: FunctionalComponent = (_props, { slots }) => h('pre', { tabindex: 0 }, slots.default?.())
CodeBlock.props = []
CodeBlock.inheritAttrs = false

import { describe, expect, it } from 'vitest'
import { markdownToBlocks } from '../../../src/example-content/markdown-to-blocks'

const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const item = (value: string) => ({ type: 'list-item', children: [text(value)] })

describe('markdown becomes Blocks', () => {
  it.each([
    ['a paragraph over two lines', 'En rad\noch en till.', [paragraph(text('En rad och en till.'))]],
    ['marks in marks', 'En **fet och *kursiv* text**.', [paragraph(text('En '), text('fet och ', { bold: true }), text('kursiv', { bold: true, italic: true }), text(' text', { bold: true }), text('.'))]],
    ['a link with marks', '[läs *mer*](/artiklar/a)', [paragraph({ type: 'link', url: '/artiklar/a', children: [text('läs '), text('mer', { italic: true })] })]],
    ['headings', '## Två\n\n#### Fyra', [{ type: 'heading', level: 2, children: [text('Två')] }, { type: 'heading', level: 4, children: [text('Fyra')] }]],
    ['a spoken line with its dash', '– Ja, sa hon.', [paragraph(text('– Ja, sa hon.'))]],
    ['a spoken line with an escaped hyphen', '\\- Ja, sa hon.', [paragraph(text('- Ja, sa hon.'))]],
    ['a list', '- ett\n- två', [{ type: 'list', format: 'unordered', children: [item('ett'), item('två')] }]],
    ['a list in a list', '1. ett\n   - inre', [{ type: 'list', format: 'ordered', children: [item('ett'), { type: 'list', format: 'unordered', indentLevel: 1, children: [item('inre')] }] }]],
    ['nothing', '', []],
  ])('%s', (_, markdown, blocks) => {
    expect(markdownToBlocks(markdown)).toEqual(blocks)
  })

  it.each([
    ['the level of the title', '# Ett', /level 2 to 4, not 1/],
    ['HTML', '<b>fet</b>', /"html" \(line 1/],
    ['code', 'Se `kod`.', /"inlineCode"/],
    ['a picture in the text', 'Text\n\n![alt](bild.webp)', /"image" \(line 3/],
    ['a quotation', '> sagt', /"blockquote"/],
    ['a table of code in a list', '- ```\n  kod\n  ```', /"code in a list"/],
  ])('%s is refused by name', (_, markdown, message) => {
    expect(() => markdownToBlocks(markdown)).toThrow(message)
  })
})

import { describe, expect, it } from 'vitest'
import { createAnchors } from '../../../../src/publication/snapshot/anchors'
import { textParts } from '../../../../src/publication/snapshot/text-parts'

const parts = (...blocks: unknown[]) => textParts(blocks, { language: 'sv', anchors: createAnchors() })
const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks })
const run = (value: string, ...marks: string[]) => ({ type: 'text', text: value, marks })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const item = (...children: object[]) => ({ type: 'list-item', children })

describe('paragraphs', () => {
  it('keep their marks in one order, and join neighbours with the same', () => {
    expect(parts(paragraph(text('a', { italic: true, bold: true }), text('b', { bold: true, italic: true }), text('c'))))
      .toEqual([{ type: 'paragraph', children: [run('ab', 'bold', 'italic'), run('c')] }])
  })
  it('lose the space at their ends, and one of two spaces between runs', () => {
    expect(parts(paragraph(text('  '), text(' ett ', { bold: true }), text(' två  '))))
      .toEqual([{ type: 'paragraph', children: [run('ett ', 'bold'), run('två')] }])
  })
  it('are left out when they hold nothing', () => expect(parts(paragraph(text(' \u200B\n')), paragraph(), { type: 'paragraph' })).toEqual([]))
  it('open an English quotation in one run and close it in the next', () => {
    const [part] = textParts([paragraph(text('"No'), text('"', { bold: true }))], { language: 'en', anchors: createAnchors() })
    expect(part).toEqual({ type: 'paragraph', children: [run('“No'), run('”', 'bold')] })
  })
  it('leave code as it is typed', () => {
    expect(parts(paragraph(text('if (a  == "b")', { code: true })))).toEqual([{ type: 'paragraph', children: [run('if (a  == "b")', 'code')] }])
  })
})

describe('links', () => {
  const link = (url: unknown, ...children: object[]) => paragraph({ type: 'link', url, children })
  it.each(['https://a.example/b', 'http://a.example', 'mailto:a@b.example', 'tel:+4610', '/om', '#ankare', 'HTTPS://A.EXAMPLE'])('to %s stay', (url) => {
    expect(parts(link(url, text('hit', { bold: true })))).toEqual([{ type: 'paragraph', children: [{ type: 'link', url, children: [run('hit', 'bold')] }] }])
  })
  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//a.example', '/\\a.example', 'vbscript:x', ' https://a.example', 'https://a\n.example', '', 7, null, 'om'])('to %j leave their text', (url) => {
    expect(parts(link(url, text('hit')))).toEqual([{ type: 'paragraph', children: [run('hit')] }])
  })
  it('without text go', () => expect(parts(paragraph(text('a'), { type: 'link', url: '/om', children: [text('')] }))).toEqual([{ type: 'paragraph', children: [run('a')] }]))
  it('inside links are text', () => {
    const inner = { type: 'link', url: '/om', children: [text('b')] }
    expect(parts(paragraph({ type: 'link', url: '/a', children: [text('a'), inner] }))).toEqual([{ type: 'paragraph', children: [{ type: 'link', url: '/a', children: [run('ab')] }] }])
  })
  it('lose the space at the end of the paragraph', () => {
    expect(parts(link('/om', text('hit ')))).toEqual([{ type: 'paragraph', children: [{ type: 'link', url: '/om', children: [run('hit')] }] }])
  })
})

describe('headings', () => {
  it.each([[1, 2], [2, 2], [3, 3], [4, 4], [5, 4], [6, 4], [undefined, 2], ['3', 2]])('of level %j are of level %i', (level, held) => {
    expect(parts({ type: 'heading', level, children: [text('Rör')] })).toEqual([{ type: 'heading', level: held, anchor: 'ror', children: [run('Rör')] }])
  })
  it('have anchors of their own', () => {
    const heading = (value: string) => ({ type: 'heading', level: 2, children: [text(value)] })
    expect(parts(heading('Rör'), heading('Rör 2'), heading('Rör'), heading('Rör'), heading('!'), heading('?')).map(part => part.type === 'heading' && part.anchor))
      .toEqual(['ror', 'ror-2', 'ror-3', 'ror-4', 'avsnitt', 'avsnitt-2'])
  })
})

describe('lists', () => {
  it('nest in the item before', () => {
    const inner = { type: 'list', format: 'ordered', children: [item(text('b')), item(text('c'))] }
    expect(parts({ type: 'list', format: 'unordered', children: [item(text('a')), inner, item(text('d'))] })).toEqual([{
      type: 'list',
      ordered: false,
      items: [
        { children: [run('a')], list: { type: 'list', ordered: true, items: [{ children: [run('b')], list: null }, { children: [run('c')], list: null }] } },
        { children: [run('d')], list: null },
      ],
    }])
  })
  it('take up a nested list that has no item before it, or that follows another', () => {
    const list = (value: string) => ({ type: 'list', format: 'unordered', children: [item(text(value))] })
    const [part] = parts({ type: 'list', format: 'unordered', children: [list('a'), list('b'), list('c')] })
    expect(part).toMatchObject({ items: [{ children: [run('a')], list: { items: [{ children: [run('b')] }, { children: [run('c')] }] } }] })
  })
  it('lose empty items, and are left out when nothing stays', () => {
    expect(parts({ type: 'list', format: 'ordered', children: [item(text(' ')), { type: 'list', children: [] }] })).toEqual([])
  })
})

it('quotes are quotes, code is a paragraph of code, images are left out', () => {
  expect(parts(
    { type: 'quote', children: [text('Ja.')] },
    { type: 'code', children: [text('a\n  b')] },
    { type: 'image', image: { url: '/x.png' }, children: [text('')] },
    null,
    'text',
    { type: 'okänd', children: [text('kvar')] },
  )).toEqual([
    { type: 'quote', children: [run('Ja.')], attribution: null },
    { type: 'paragraph', children: [run('a\n  b', 'code')] },
    { type: 'paragraph', children: [run('kvar')] },
  ])
})

it.each([null, undefined, 'text', 7, {}, [[]]])('%j holds no parts', blocks => expect(textParts(blocks, { language: 'sv', anchors: createAnchors() })).toEqual([]))

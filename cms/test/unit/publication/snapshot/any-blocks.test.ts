import { bodySchema } from '@klartext/contract'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { bodyHtml } from '../../../../src/publication/present/parts-html'
import { readingMeasures } from '../../../../src/publication/present/reading-measures'
import { bodyOf } from '../../../../src/publication/snapshot/body'

const references = { person: () => null, organisation: () => null, topic: () => null }

const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('– ', '-', '<b>', '"', '\n', ' ', '</p><script>', '&amp;', 'ord'))
const flags = { bold: fc.boolean(), italic: fc.boolean(), code: fc.boolean() }
const text = fc.record({ type: fc.constant('text'), text: word, ...flags }, { requiredKeys: ['type', 'text'] })
const url = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('javascript:alert(1)', '/om', '//x', '"onclick="alert(1)', 'https://a.example/"><script>'))
const { block } = fc.letrec(tie => ({
  block: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.record({ type: fc.constantFrom('paragraph', 'heading', 'quote', 'code', 'list', 'list-item', 'link', 'image', 'x'), children: fc.array(tie('block'), { maxLength: 4 }), level: fc.integer(), format: fc.constantFrom('ordered', 'unordered'), url }),
    fc.anything(),
  ),
}))
const blocks = fc.array(block, { maxLength: 6 })

const body = (value: unknown, language: string) => bodyOf([
  { __component: 'body.text', text: value, speaker: null },
  { __component: 'body.fact-box', title: 'Fakta', text: value },
], { language, references, onlySubject: null })

it('any Blocks become parts that the contract accepts', () => fc.assert(fc.property(blocks, fc.constantFrom('sv', 'en'), (value, language) => {
  v.parse(bodySchema, body(value, language))
})))

it('any Blocks become HTML of known elements and attributes alone', () => fc.assert(fc.property(blocks, (value) => {
  const html = bodyHtml(v.parse(bodySchema, body(value, 'sv')), 'sv')
  const rest = html.replace(/<\/?(?:p|h[2-4]|ul|ol|li|figure|blockquote|aside|strong|em|[usa]|code|br)(?: (?:id|class|href)="[^"<>]*")?>/g, '')
  expect(rest).not.toMatch(/[<>"']/)
  expect(html).not.toMatch(/href="(?!https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i)
})))

it('any Blocks can be measured', () => fc.assert(fc.property(blocks, (value) => {
  const measures = readingMeasures(v.parse(bodySchema, body(value, 'sv')))
  expect(measures.readingMinutes).toBeGreaterThanOrEqual(1)
})))

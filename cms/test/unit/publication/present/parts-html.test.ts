import type { BodyPart } from '@klartext/contract'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { articleSchema, linkUrlPattern } from '@klartext/contract'
import essay from '@klartext/contract/examples/article-essay.json'
import imported from '@klartext/contract/examples/article-imported.json'
import profile from '@klartext/contract/examples/article-profile.json'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../../../src/publication/present/html'
import { bodyHtml, textHtml } from '../../../../src/publication/present/parts-html'
import { isAllowedUrl } from '../../../../src/publication/snapshot/inline'

describe('bodyHtml', () => {
  it.each([['profile', profile], ['essay', essay], ['imported', imported]])('of the curated %s is the curated HTML', (_, example) => {
    const article = v.parse(articleSchema, example)
    expect(bodyHtml(article.body, article.language)).toBe(article.bodyHtml)
  })

  const cases: [string, BodyPart, string][] = [
    ['a missing picture as its text', { type: 'figure', src: null, sources: [], width: null, height: null, alt: 'Maja & hunden', caption: null, credit: null, longDescription: null, focalPoint: null }, '<figure><p>Maja &amp; hunden</p></figure>'],
    ['a decorative picture', { type: 'figure', src: '/media/a.png', sources: [], width: 4, height: 3, alt: '', caption: 'a\nb', credit: null, longDescription: null, focalPoint: null }, '<figure><img src="/media/a.png" alt="" width="4" height="3" loading="lazy"><figcaption>a<br>b</figcaption></figure>'],
    ['marks from the outside in', { type: 'paragraph', children: [{ type: 'text', text: 'a', marks: ['bold', 'italic', 'code'] }] }, '<p><strong><em><code>a</code></em></strong></p>'],
    ['a fact box without a title', { type: 'factBox', title: '', parts: [] }, '<aside></aside>'],
  ]
  it.each(cases)('%s', (_, part, html) => expect(bodyHtml([part], 'sv')).toBe(html))

  it('heads what tells an infographic again in the article’s language', () => {
    const part: BodyPart = { type: 'infographic', src: null, sources: [], width: null, height: null, alt: 'a', caption: null, credit: null, longDescription: 'b', focalPoint: null, table: null }
    expect(bodyHtml([part], 'en')).toContain('<summary>Description</summary>')
    expect(bodyHtml([part], 'sv')).toContain('<summary>Beskrivning</summary>')
  })
  it('gives headings no anchors where the text stands among others', () => {
    const heading: BodyPart = { type: 'heading', level: 2, anchor: 'a', children: [{ type: 'text', text: 'A', marks: [] }] }
    expect(bodyHtml([heading], 'sv')).toBe('<h2 id="a">A</h2>')
    expect(textHtml([heading], 'sv')).toBe('<h2>A</h2>')
  })
})

const payloadFile = path.resolve(__dirname, '../../../../../../shared/data/xss-payloads.txt')

describe.skipIf(!existsSync(payloadFile))('each of the public cross-site-scripting strings', () => {
  const payloads = existsSync(payloadFile) ? readFileSync(payloadFile, 'utf8').split('\n').filter(line => line !== '') : []
  it('is only text, wherever it stands', () => {
    for (const payload of payloads) {
      const figure = { src: null, sources: [], width: null, height: null, alt: payload, caption: payload, credit: payload, longDescription: payload, focalPoint: null }
      const inline = [{ type: 'text' as const, text: payload, marks: [] }]
      const html = bodyHtml([
        { type: 'paragraph', children: inline },
        { type: 'quote', children: inline, attribution: payload },
        { type: 'infographic', ...figure, longDescription: payload, table: { caption: payload, headers: [payload], rows: [[payload]] } },
        { type: 'factBox', title: payload, parts: [] },
      ], 'sv')
      const withoutText = html.replaceAll(escapeHtml(payload), '')
      expect(withoutText).toBe('<p></p>\n<figure><blockquote><p></p></blockquote><figcaption></figcaption></figure>\n<figure><p></p><figcaption> <small></small></figcaption>'
        + '<details><summary>Beskrivning</summary><p></p><table><caption></caption><thead><tr><th scope="col"></th></tr></thead><tbody><tr><th scope="row"></th></tr></tbody></table></details></figure>'
        + '\n<aside><p><strong></strong></p></aside>')
    }
  })
  it('leads nowhere as an address', () => {
    const followed = payloads.filter(isAllowedUrl)
    expect(followed.filter(payload => !/^(?:https?:|\/(?![/\\])|#)/i.test(payload))).toEqual([])
    expect(followed.every(payload => linkUrlPattern.test(payload))).toBe(true)
  })
})

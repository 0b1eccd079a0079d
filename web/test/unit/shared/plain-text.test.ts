import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, questionOf, textOf } from '#shared/plain-text'

describe('textOf', () => {
  it.each([
    ['<p>Ett.</p><p>Två.</p>', 'Ett. Två.'],
    ['<p>Rad ett<br>rad två</p>', 'Rad ett rad två'],
    ['<p>a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#x27;</p>', 'a <b> &amp; "c" \'d\''],
    ['<p>&okand; &constructor; &nbsp;x</p>', '&okand; &constructor; x'],
    ['', ''],
  ])('%s', (html, expected) => {
    expect(textOf(html)).toBe(expected)
  })
})

describe('excerptOf', () => {
  it.each([
    ['Kort.', 20, 'Kort.'],
    ['Precis tjugo tecken.', 20, 'Precis tjugo tecken.'],
    ['Ett två tre fyra fem sex', 14, 'Ett två tre …'],
    ['Ett, två, tre', 6, 'Ett …'],
  ])('%s in %i', (text, length, expected) => {
    expect(excerptOf(text, length)).toBe(expected)
  })

  it('is never much longer than asked for, and always an opening', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (text, length) => {
      const excerpt = excerptOf(text, length)
      expect(excerpt.length).toBeLessThanOrEqual(length + 2)
      expect(text.startsWith(excerpt.replace(/ …$/, ''))).toBe(true)
    }))
  })
})

describe('questionOf', () => {
  it.each([
    ['<p>Bra text. Hur tänker ni med sanden? Hälsningar.</p>', 'Hur tänker ni med sanden?'],
    ['<p>Han sa: ”Varför just vi?” Jag undrar också.</p>', 'Han sa: ”Varför just vi?”'],
    ['<p>Jag undrar hur ni tänkte.</p>', 'Jag undrar hur ni tänkte.'],
  ])('%s', (html, expected) => {
    expect(questionOf(html, 180)).toBe(expected)
  })
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTextHtml } from '../../../../src/publication/comments/plain-text-html'

const link = (url: string, text = url) => `<a href="${url}" rel="nofollow ugc noopener">${text}</a>`

describe('plainTextHtml', () => {
  it.each([
    ['one line', 'Hej!', '<p>Hej!</p>'],
    ['a line break', 'Hej!\nDu', '<p>Hej!<br>Du</p>'],
    ['paragraphs', 'Ett\r\n\r\n \n\nTvå\n', '<p>Ett</p>\n<p>Två</p>'],
    ['markup', '<b onclick="x">&amp;\'', '<p>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&#39;</p>'],
    ['an address', 'Se https://a.example/b?c=1&d=2.', `<p>Se ${link('https://a.example/b?c=1&amp;d=2')}.</p>`],
    ['an address in brackets', '(http://a.example)', `<p>(${link('http://a.example')})</p>`],
    ['two addresses', 'https://a.example, https://b.example', `<p>${link('https://a.example')}, ${link('https://b.example')}</p>`],
    ['an address in quotation marks', '”https://a.example”', `<p>”${link('https://a.example')}”</p>`],
    ['no address', 'javascript:alert(1) ftp://a.example mailto:a@b.example www.a.example https://', '<p>javascript:alert(1) ftp://a.example mailto:a@b.example www.a.example https://</p>'],
    ['a host with Swedish letters', 'https://räksmörgås.example/å', `<p>${link('https://räksmörgås.example/å')}</p>`],
    ['a host that looks like another', 'https://swedbаnk.example/in', `<p>${link('https://swedbаnk.example/in')} (xn--swedbnk-6fg.example)</p>`],
    ['a host in other letters', 'Se https://пример.example', `<p>Se ${link('https://пример.example')} (xn--e1afmkfd.example)</p>`],
    ['a name that looks like a host', 'https://banken.example@evil.example/ https://a:b@c.example', '<p>https://banken.example@evil.example/ https://a:b@c.example</p>'],
    ['a scheme in an address', 'https://a.example/?u=javascript:alert(1)', `<p>${link('https://a.example/?u=javascript:alert(1')})</p>`],
    ['a long word', 'a'.repeat(5000), `<p>${'a'.repeat(5000)}</p>`],
    ['nothing', ' \n\u200B\n ', ''],
  ])('%s', (_, text, html) => expect(plainTextHtml(text)).toBe(html))

  const known = /<\/?p>|<br>|<a href="https?:\/\/[^"<>]*" rel="nofollow ugc noopener">|<\/a>/gi
  it('lets no markup through, whatever the text', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('"', '<', '\'', ' onclick=x '), (text, url, mark) => {
    expect(plainTextHtml(`${text} ${url}${mark}${text}`).replace(known, '')).not.toMatch(/[<>"']/)
  })))

  const payloadFile = path.resolve(__dirname, '../../../../../../shared/data/xss-payloads.txt')
  it.skipIf(!existsSync(payloadFile))('lets none of the public cross-site-scripting strings through', () => {
    for (const payload of readFileSync(payloadFile, 'utf8').split('\n'))
      expect(plainTextHtml(payload).replace(known, '')).not.toMatch(/[<>"']/)
  })
})

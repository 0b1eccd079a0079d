import { describe, expect, it } from 'vitest'
import { assertPlainText } from '../../../src/import/assert-plain-text'
import { decodePage, maxPageBytes } from '../../../src/import/decode-page'

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, character => character.codePointAt(0) ?? 0)

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Får vi åka? 🙂'), 'Får vi åka? 🙂'],
    ['UTF-8', new TextEncoder().encode('\uFEFFmed BOM'), 'med BOM'],
    ['UTF-16', Uint8Array.from([0xFF, 0xFE, 0xE5, 0x00, 0x72, 0x00]), 'år'],
    ['UTF-16', Uint8Array.from([0xFE, 0xFF, 0x00, 0xE5, 0x00, 0x72]), 'år'],
    ['Windows-1252', latin1('Får vi åka?'), 'Får vi åka?'],
    ['Windows-1252', Uint8Array.from([0x94, 0x4A, 0x61, 0x94, 0x20, 0x96, 0x20, 0x85]), '”Ja” – …'],
  ])('%s is read', (encoding, bytes, text) => {
    expect(decodePage(bytes)).toEqual({ text, encoding })
  })

  it.each([
    ['an encoding that cannot be told', Uint8Array.from([0x44, 0xB3, 0xBF, 0x74]), /teckenkodning.*UTF-8.*iconv/],
    ['a byte that Windows-1252 leaves open', Uint8Array.from([0x44, 0x81, 0x74]), /teckenkodning/],
    ['broken UTF-16', Uint8Array.from([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]), /teckenkodning/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), /en PDF, inte ren text/],
    ['a Word document', Uint8Array.from([0x50, 0x4B, 0x03, 0x04, 0, 0]), /Word-dokument/],
    ['an image', Uint8Array.from([0x89, 0x50, 0x4E, 0x47]), /en bild/],
    ['more than 2 MB', new Uint8Array(maxPageBytes + 1).fill(65), /2,0 MB stor; .* högst 2 MB/],
  ])('%s is refused with advice', (_, bytes, message) => {
    expect(() => decodePage(bytes)).toThrow(message)
  })

  it('takes a file of exactly 2 MB', () => {
    expect(decodePage(new Uint8Array(maxPageBytes).fill(65)).text).toHaveLength(maxPageBytes)
  })
})

describe('what is no page text', () => {
  it.each([
    ['nothing', '', 'Filen är tom.'],
    ['white space', ' \n\u00A0\r\n\uFEFF', 'Filen är tom.'],
    ['a NUL', 'Rubrik\n\nText\u0000', /^Rad 3: .*binära tecken/],
    ['HTML', '<!DOCTYPE html>\n<html lang="sv">', /HTML.*spara den som text/],
    ['a piece of HTML', '<div><p>Ett</p><p>två</p><p>tre</p><p>fyra</p></div>', /HTML/],
    ['a web archive', 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n', /MHTML/],
  ])('%s is refused', (_, text, message) => {
    expect(() => assertPlainText(text)).toThrow(message)
  })

  it.each([
    ['an essay that names a tag', `Så skrev vi om sidan\n\n${'Vi tog bort varje </div> som ingen behövde. '.repeat(20)}${'Sedan skrev vi texten ännu en gång, i lugn och ro. '.repeat(200)}`],
    ['tabs and form feeds', 'Rubrik\n\tText\fMer'],
  ])('%s is not', (_, text) => {
    expect(() => assertPlainText(text)).not.toThrow()
  })
})

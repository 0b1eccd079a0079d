import { ImportError } from './import-error'

/** A saved page is text of some ten kilobytes; what is larger than this is something else. */
export const maxPageBytes = 2 * 1024 * 1024

export type PageEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

const signatures: [name: string, bytes: number[]][] = [
  ['en PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ett Word-dokument eller zip-arkiv', [0x50, 0x4B, 0x03, 0x04]],
  ['ett äldre Word-dokument', [0xD0, 0xCF, 0x11, 0xE0]],
  ['ett RTF-dokument', [0x7B, 0x5C, 0x72, 0x74, 0x66]],
  ['en bild', [0x89, 0x50, 0x4E, 0x47]],
  ['en bild', [0xFF, 0xD8, 0xFF]],
]

// the letters and signs of Swedish and neighbouring languages; any other byte above ASCII means another encoding
// eslint-disable-next-line no-control-regex -- every ASCII character is fine here; control characters are refused later
const nordic = /^[\u0000-\u007FåäöÅÄÖéÉèÈüÜáÁàÀêëíóúçñøæØÆßÿ–—‘’‚“”„…•·§°´½¼²³€£«»™®©†\u00A0\u00AD]*$/u

/**
 * Turns the bytes of a file into text: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where every byte then
 * stands for a letter or sign of Swedish text.
 * @throws ImportError when the file is too large, not text, or in an encoding that cannot be told.
 */
export function decodePage(bytes: Uint8Array): { text: string, encoding: PageEncoding } {
  if (bytes.length > maxPageBytes)
    throw new ImportError(`Filen är ${(bytes.length / 1024 / 1024).toFixed(1).replace('.', ',')} MB stor; en sparad sida får vara högst 2 MB. Spara bara sidans text.`)
  const signature = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (signature)
    throw new ImportError(`Filen är ${signature[0]}, inte ren text. Öppna den, kopiera texten och spara den i en textfil.`)

  const utf16 = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : null
  const text = decode(bytes, utf16 ?? 'utf-8')
  if (text !== null)
    return { text, encoding: utf16 ? 'UTF-16' : 'UTF-8' }
  const western = decode(bytes, 'windows-1252')
  if (utf16 || western === null || !nordic.test(western))
    throw new ImportError('Filens teckenkodning går inte att läsa; den är varken UTF-8 eller Windows-1252. Spara om filen som UTF-8, till exempel med: iconv -f ISO-8859-2 -t UTF-8 FIL > NY-FIL (byt ISO-8859-2 mot filens kodning).')
  return { text: western, encoding: 'Windows-1252' }
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  }
  catch (error) {
    if (error instanceof TypeError)
      return null
    throw error
  }
}

import { ImportError } from './import-error'

const htmlStart = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i
const closingTag = /<\/(?:p|div|span|a|li|ul|td|tr|h[1-6]|section|article|script|style)>/gi
// tab, line feed, vertical tab, form feed and carriage return are layout; the rest of C0 is not text
// eslint-disable-next-line no-control-regex -- these characters are what it looks for
const control = /[\u0000-\u0008\u000E-\u001F\u007F]/

/**
 * Refuses what is not the text of a page: binary data, HTML, a web archive, or nothing at all.
 * @throws ImportError that says which of them it is and how to save the page as text.
 */
export function assertPlainText(text: string): void {
  if (text.replaceAll('\uFEFF', '').trim() === '')
    throw new ImportError('Filen är tom.')
  const found = control.exec(text)
  if (found)
    throw new ImportError('Filen innehåller binära tecken och är inte ren text.', text.slice(0, found.index).split(/\r\n|[\n\r]/).length)
  const tags = text.match(closingTag)?.length ?? 0
  if (htmlStart.test(text) || (tags >= 5 && tags * 400 > text.length))
    throw new ImportError('Filen är HTML. Öppna sidan i en webbläsare och spara den som text, eller kopiera texten till en textfil.')
  if (/^MIME-Version:/im.test(text.slice(0, 2000)) && /^Content-Type: multipart\//im.test(text.slice(0, 2000)))
    throw new ImportError('Filen är ett webbarkiv (MHTML). Öppna sidan i en webbläsare och spara den som text.')
}

/** C0 and C1 controls except tab and line feed, marks that turn the direction of text, and invisible marks without a meaning. */
// eslint-disable-next-line no-control-regex -- control characters are what it removes
const unwanted = /[\u0000-\u0008\v\f\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

const lineBreaks = /\r\n?|[\u2028\u2029]/g

/** A quotation mark that opens: nothing, white space, an opening bracket, a dash or another opening mark stands before it. */
const opensAfter = /^$|[\s([{\u2010\u2011\u2012\u2013\u2014\u2015“‘/-]$/

/**
 * Takes out what no text should carry: control characters, direction marks, zero-width spaces and halves of surrogate pairs; letters
 * are composed (NFC) and every kind of line break becomes `\n`. Nothing visible changes; also code is treated so.
 */
export function cleaned(text: string): string {
  return text.replace(lineBreaks, '\n').replace(unwanted, '').toWellFormed().normalize('NFC')
}

/**
 * Sets a text as the site sets type. What an editor sees is kept, apart from:
 *
 * - runs of spaces and tabs become one space, and none stands at a line's start or end; a line break has no empty line after it;
 *   a hard space stays, since somebody wanted it
 * - quotation marks and apostrophes become the language's own: Swedish ” and ’ on both sides; English “ ” and ‘ ’ by what stands before
 *
 * Dashes inside a text are never changed: a hyphen between numbers may be a product name. The dash that opens a spoken line is
 * another matter, see `opening-dash.ts`.
 *
 * @param text one run of text
 * @param language `en` for English marks; any other gets Swedish ones
 * @param before what stands before the run in the same block; '' at its start. Leading space is dropped after a space.
 */
export function typeset(text: string, language: string, before = ''): string {
  const spaced = cleaned(text).replace(/[ \t]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n')
  const started = /(?:^|[ \n])$/.test(before) ? spaced.replace(before.endsWith(' ') ? /^ / : /^[ \n]+/, '') : spaced
  return language === 'en' ? withEnglishMarks(started, before) : started.replace(/["“„‟]/g, '”').replace(/['‘‚‛]/g, '’')
}

/** A text of one field, set and without space around it; null when nothing is left. */
export function fieldText(text: string | null | undefined, language: string): string | null {
  return typeset(text ?? '', language).trim() || null
}

function withEnglishMarks(text: string, before: string): string {
  let set = ''
  for (const character of text) {
    const isOpening = opensAfter.test(set || before)
    if (character === '"')
      set += isOpening ? '“' : '”'
    else if (character === '\'')
      set += isOpening ? '‘' : '’'
    else
      set += character
  }
  return set
}

/** C0 and C1 controls except tab and line feed, and marks that turn the direction of the text around them. */
// eslint-disable-next-line no-control-regex -- control characters are what it removes
const unwanted = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Controls that are seen as space. */
const otherSpace = /[\v\f]/g

const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g

const invisible = /[\u034F\u00AD\u061C\u115F\u1160\u180E\u200B-\u200D\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E001F}]+/gu

const [nonJoiner, joiner] = ['\u200C', '\u200D']
const emojiBefore = /(?:\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})$/u
const emojiAfter = /^\p{Extended_Pictographic}/u
/** Scripts whose spelling needs joiners (UAX 31, section 2.3), such as Persian in Arabic letters. */
const joiningBefore = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}]$/u
const joiningAfter = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}]/u

/**
 * A reader's text as it is kept: composed (NFC), with `\n` as its only line break, without controls, direction marks and invisible
 * characters, with at most two empty lines in a row and no space at either end. What can be seen stays as it was typed. Normalising
 * a second time changes nothing.
 */
export function normaliseText(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(lineBreaks, '\n').replace(otherSpace, ' ').replace(unwanted, ''))
    .normalize('NFC')
    // by line: an expression for the space before a line's end takes seconds on a line of spaces that ends otherwise
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}

/** The same for what stands on one line, such as a name: every run of white space is one space. */
export const normaliseLine = (text: string): string => normaliseText(text).replace(/\s+/g, ' ')

/** One joiner may stand between two parts of an emoji (UTS 51, ED-16) or two letters that it joins or parts; all else has no use. */
function withoutInvisible(text: string): string {
  return text.replace(invisible, (run, at: number) => {
    if (run !== joiner && run !== nonJoiner)
      return ''
    const before = text.slice(Math.max(0, at - 8), at)
    const after = text.slice(at + 1, at + 3)
    const isMeant = (joiningBefore.test(before) && joiningAfter.test(after)) || (run === joiner && emojiBefore.test(before) && emojiAfter.test(after))
    return isMeant ? run : ''
  })
}

/** Marks that are not seen: soft hyphens, joiners, zero-width marks, bidi controls, variation selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const SPACED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]\p{L}){3,}(?![\p{L}\p{N}])/gu
const DIGIT_IN_WORD = /(?<=\p{L})[013457](?=\p{L})/gu
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/**
 * A text as it is read, whatever it is written with: compatibility forms are composed (full-width and styled letters become plain),
 * unseen marks are gone, letters set apart ("l å n a") stand together, a digit between letters ("v1nn") is the letter that it stands for.
 *
 * @param text any text
 * @returns the text, in its own case
 */
export function plainLetters(text: string): string {
  return text.normalize('NFKC').replaceAll('\u0000', ' ').replace(UNSEEN, '').replace(SPACED_OUT, run => run.replace(/[ .*_-]/g, '')).replace(DIGIT_IN_WORD, digit => LETTER_OF_DIGIT[digit] ?? digit)
}

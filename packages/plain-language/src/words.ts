/** White space, a dash as a mark of its own (en, em, minus) or an ellipsis; a hyphen stays inside its word. */
const separator = /[\s\u2012-\u2015\u2212…]+/u

/**
 * The words of a normalised text: what stands between spaces or dashes and holds a letter or a digit.
 * `HD:s`, `t.ex.`, `e-post`, `och/eller`, `10.30` and `1600` are one word each; a lone `%`, `§` or dash is none.
 */
export function splitWords(text: string): string[] {
  return text.split(separator).filter(piece => /[\p{L}\p{N}]/u.test(piece))
}

/** Björnsson's long word: more than six letters. Digits and marks are no letters, so a number is never long. */
export function isLongWord(word: string): boolean {
  return (word.match(/\p{L}/gu)?.length ?? 0) > 6
}

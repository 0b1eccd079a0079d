/**
 * The words of a text in small letters, digits as 0, so that one price is like another.
 *
 * @param text a text without links
 */
export function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => word.replace(/\p{N}+/gu, '0'))
}

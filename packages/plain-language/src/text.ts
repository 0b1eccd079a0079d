/** Marks that say where a word may break or how letters join: they are layout, not text. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** The space inside a number as Swedish writes it: `1 600`, with a plain, hard, narrow or thin space. */
const groupedNumber = /(?<!\d)\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)/g

/**
 * Brings a text to the one form that words and sentences are counted in: composed letters (NFC), no soft hyphens or
 * zero-width marks, and numbers without spaces.
 */
export function normalise(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(groupedNumber, number => number.replace(/\D/g, ''))
}

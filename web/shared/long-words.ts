/** Longer than this, a word of a title can be wider than a phone. */
const longWord = /\p{L}{16,}/gu

/** Swedish nouns in -het, -ing, -nad, -skap, -ion, -tet, -dom and -häll take an s where another word is joined to them. */
const joint = /(?:het|ing|nad|skap|ion|tet|dom|häll)s(?=\p{L}{4})/giu

/**
 * A title whose long compounds may be divided where their parts meet: a soft hyphen stands there, unseen until a line needs it.
 * Browsers hyphenate Swedish by themselves only where they have a dictionary; without one a word is cut anywhere.
 */
export function withBreaks(title: string): string {
  return title.replace(longWord, word => word.replace(joint, '$&\u00AD'))
}

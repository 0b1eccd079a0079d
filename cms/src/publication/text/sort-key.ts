/** Swedish letters after z, in their order, as ASCII characters that sort after z; Æ and Ø go with Ä and Ö. */
const afterZ: Readonly<Record<string, string>> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' }

const foldedLetters: Readonly<Record<string, string>> = { ß: 'ss', ð: 'd', đ: 'd', þ: 'th', ł: 'l', œ: 'oe', ü: 'y' }

const maxLength = 400

/**
 * A text to sort by, compared byte by byte: digits, a to z, å, ä, ö, as in a Swedish register. Case, accents and punctuation do not
 * count; ü sorts as y. Made here and not by the database, whose order differs between engines and machines.
 * @param text a title or a name
 * @returns at most 400 ASCII characters; letters of other scripts are written as their code point
 */
export function sortKey(text: string): string {
  const key = Array.from(text.normalize('NFC').toLowerCase(), keyOf).join('')
  return key.replace(/ +/g, ' ').trim().slice(0, maxLength)
}

function keyOf(character: string): string {
  const known = afterZ[character] ?? foldedLetters[character]
  if (known)
    return known
  const base = character.normalize('NFD').replace(/\p{M}/gu, '')
  if (/^[a-z0-9]+$/.test(base))
    return base
  // ~ sorts after the Swedish letters, so another script comes last
  return /[\p{L}\p{N}]/u.test(base) ? `~${base.codePointAt(0)?.toString(16).padStart(6, '0') ?? ''}` : ' '
}

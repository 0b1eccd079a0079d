import { randomInt } from 'node:crypto'

/** Without what is easily read as something else: 0 and O, 1 and I. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const group = (): string => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('')

/** A number to name when asking about a report, such as `K7Q2-9FHD`: one of 2⁴⁰, so that nobody guesses another one's. */
export const newReceiptNumber = (): string => `${group()}-${group()}`

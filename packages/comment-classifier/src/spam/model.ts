import { BUCKETS } from '../features/features-of.js'

/** A linear model over buckets, with the counts that it was trained from. */
export interface SpamModel {
  bias: number
  /** What each bucket adds to the log odds of spam, before it is shared out over its group. */
  weights: Float64Array
  /** In how many spam and honest training comments each bucket stood. */
  spam: Uint16Array
  honest: Uint16Array
}

/** A model as text: one printable ASCII character a bucket, which no JavaScript string needs to escape. */
export interface PackedModel {
  bias: number
  /** The weight that one step of a character stands for. */
  step: number
  weights: string
  spam: string
  honest: string
}

// 91 characters: ASCII from space to ~ without ' \ ` and $.
const ALPHABET = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter(letter => !'\'\\`$'.includes(letter)).join('')
const MIDDLE = (ALPHABET.length - 1) / 2
const VALUE_OF = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))

/** The count that each character stands for: exact up to 20, then in steps of 7 percent to 2,280. */
const COUNTS = Array.from(ALPHABET, (_, level) => level <= 20 ? level : Math.round(20 * 1.07 ** (level - 20)))

/**
 * Packs a model; weights are rounded to 91 steps between the lowest and the highest.
 *
 * @param model a trained model
 */
export function pack(model: SpamModel): PackedModel {
  const highest = model.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const step = Number((highest / MIDDLE).toPrecision(6)) || 1
  const letters = (levels: Iterable<number>) => Array.from(levels, level => ALPHABET[Math.min(ALPHABET.length - 1, Math.max(0, level))]).join('')
  const levelOf = (count: number) => {
    const above = COUNTS.findIndex(kept => kept >= count)
    const below = COUNTS[above - 1]
    return above < 0 ? COUNTS.length - 1 : below !== undefined && count - below < (COUNTS[above] ?? count) - count ? above - 1 : above
  }
  return {
    bias: Number(model.bias.toFixed(4)),
    step,
    weights: letters(Array.from(model.weights, weight => Math.round(MIDDLE + weight / step))),
    spam: letters(Array.from(model.spam, levelOf)),
    honest: letters(Array.from(model.honest, levelOf)),
  }
}

/**
 * Unpacks a model.
 *
 * @param packed what {@link pack} made
 * @throws {Error} when it is of another number of buckets, or holds a character that stands for nothing
 */
export function unpack(packed: PackedModel): SpamModel {
  const values = (letters: string) => Array.from(letters, (letter) => {
    const value = VALUE_OF.get(letter)
    if (value === undefined)
      throw new Error(`The model holds "${letter}", which stands for no number. Train it anew.`)
    return value
  })
  for (const letters of [packed.weights, packed.spam, packed.honest]) {
    if (letters.length !== BUCKETS)
      throw new Error(`The model is of ${letters.length} buckets where ${BUCKETS} are needed. Train it anew.`)
  }
  return {
    bias: packed.bias,
    weights: Float64Array.from(values(packed.weights), value => (value - MIDDLE) * packed.step),
    spam: Uint16Array.from(values(packed.spam), level => COUNTS[level] ?? 0),
    honest: Uint16Array.from(values(packed.honest), level => COUNTS[level] ?? 0),
  }
}

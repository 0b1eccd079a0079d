/**
 * The middle value, or the mean of the two middle ones.
 *
 * @param {readonly number[]} values
 * @throws {RangeError} when there is none
 */
export function median(values) {
  const sorted = sortedOf(values)
  const half = sorted.length / 2
  return Number.isInteger(half) ? (at(sorted, half - 1) + at(sorted, half)) / 2 : at(sorted, Math.floor(half))
}

/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank): a value that was seen, never one between two.
 *
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 * @throws {RangeError} when there is no value, or the share is none
 */
export function percentile(values, share) {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`A share lies between 0 and 1, and this is ${share}.`)
  const sorted = sortedOf(values)
  return at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1))
}

/**
 * Smallest, middle and largest of what the rounds gave.
 *
 * @param {readonly number[]} values
 * @returns {{ median: number, low: number, high: number, rounds: number }}
 * @throws {RangeError} when there is none
 */
export function summarise(values) {
  const sorted = sortedOf(values)
  return { median: median(sorted), low: at(sorted, 0), high: at(sorted, sorted.length - 1), rounds: sorted.length }
}

/**
 * How much a series grows, by the line that the medians of all slopes give (Theil–Sen): single leaps do not bend it.
 *
 * @param {readonly { at: number, value: number }[]} points
 * @returns {number} growth of `value` for one unit of `at`
 * @throws {RangeError} when fewer than two moments were measured
 */
export function slope(points) {
  return median(points.flatMap((one, index) => points.slice(index + 1).flatMap(other =>
    other.at === one.at ? [] : [(other.value - one.value) / (other.at - one.at)])))
}

/** @param {readonly number[]} values */
function sortedOf(values) {
  if (values.length === 0)
    throw new RangeError('There is no value to speak of.')
  return values.toSorted((a, b) => a - b)
}

/**
 * @param {readonly number[]} values
 * @param {number} index
 */
function at(values, index) {
  return values[index] ?? Number.NaN
}

import { median } from './statistics.mjs'

/** Between the middle and the end of a run a process may grow by a twentieth and 8 MB: what caches and compiled code still take. */
const SHARE = 0.05
const MEGABYTES = 8

/**
 * Whether a series of memory is flat. The first half of a run is left out: caches fill and code is compiled in it.
 *
 * @param {readonly number[]} series in megabytes, looked at in equal steps
 * @returns {{ middle: number, end: number, limit: number, isFlat: boolean }} medians of the third fifth and of the last
 * @throws {RangeError} when there are fewer than ten looks
 */
export function growthOf(series) {
  if (series.length < 10)
    throw new RangeError(`${series.length} looks are too few to tell growth from noise; ten are needed.`)
  const fifth = Math.floor(series.length / 5)
  const half = Math.floor(series.length / 2)
  const middle = median(series.slice(half, half + fifth))
  const end = median(series.slice(-fifth))
  const limit = middle * (1 + SHARE) + MEGABYTES
  return { middle, end, limit, isFlat: end <= limit }
}

/*
 * A comment's place in its thread is a path of numbers, given when it first becomes public and never changed or used again: `0003.0001`
 * is what people cite as 3.1. Numbers up to 9999 have four digits; later ones an A and eight digits. Letters sort after digits in every
 * collation, and how a number begins tells its width, so paths sort as text in the order of the thread also where points do not count.
 */

const shortWidth = 4
const longWidth = 8
const longMark = 'A'

/** The deepest level; a root comment is at 0. A reply further down is put beside the comment that it answers. */
export const maxDepth = 4

/** The most comments that one thread, or one comment as its replies, can be given numbers for. */
export const maxOrdinal = 10 ** longWidth - 1

export const depthOf = (path: string): number => path.split('.').length - 1

/** The place of the n:th reply below a path, or of the n:th root comment where the path is ''. */
export function pathBelow(parentPath: string, ordinal: number): string {
  const segment = ordinal < 10 ** shortWidth ? String(ordinal).padStart(shortWidth, '0') : longMark + String(ordinal).padStart(longWidth, '0')
  return parentPath === '' ? segment : `${parentPath}.${segment}`
}

/** The number as people cite it. */
export const numberOf = (path: string): string => path.split('.').map(segment => Number(segment.replace(longMark, ''))).join('.')

/** The places above a place, nearest first. */
export function pathsAbove(path: string): string[] {
  const segments = path.split('.')
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join('.'))
}

/** The place that a reply is put below when it answers the comment at this path: at the deepest level that is the one above. */
export const replyBase = (path: string): string => depthOf(path) < maxDepth ? path : pathsAbove(path)[0] ?? path

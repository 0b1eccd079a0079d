import type { SpamModel } from './model.js'
import { EVERY_COMMENT } from '../features/features-of.js'

/** In how many comments of either kind a bucket stood. */
export interface Counts {
  spam: number
  honest: number
}

/** What moderators' decisions taught: the counts of a bucket, nothing where it was never seen. */
export type Learnt = ReadonlyMap<number, Counts> | ((bucket: number) => Counts | undefined)

/** Beside the counts of training, each bucket is taken to have stood in this many comments of each kind. */
const PSEUDO_COUNT = 1

/** A comment's features tell much the same, so that what each was learnt to tell counts in part; the part was chosen by cross-validation. */
const SHARE = 0.6

/** How many more decisions of one kind than of the other count in full. */
const LEAD = 10

/**
 * Makes the function that says how far moderators' decisions move the log odds of a bucket.
 *
 * With a bucket's counts in training s₀ and h₀, in decisions s and h, and the same of all comments S₀, H₀, S, H, the move is six tenths of
 * ln((s₀ + s + 1) / (h₀ + h + 1)) − ln((s₀ + 1) / (h₀ + 1)), less what the mere number of decisions of each kind moves it by:
 * ln((S₀ + S) / (H₀ + H)) − ln(S₀ / H₀). So counts of training are the pseudo-counts of a Bayesian estimate: a word that was common
 * there hardly moves, and one that was never seen moves at once.
 *
 * Where decisions of one kind are more than ten ahead of the other, each of them counts in part, down to that lead: readers of one site
 * share words that training did not hold, and a thousand approvals without one spam comment would make those words honest.
 *
 * @param model the model with its counts
 * @param learnt what was learnt
 * @returns a function of the bucket; 0 for one that no decision held
 */
export function movesOf(model: SpamModel, learnt: Learnt): (bucket: number) => number {
  const countsOf = (bucket: number): Counts => {
    const { spam = 0, honest = 0 } = (typeof learnt === 'function' ? learnt(bucket) : learnt.get(bucket)) ?? {}
    return { spam: atLeastNone(spam), honest: atLeastNone(honest) }
  }
  const all = countsOf(EVERY_COMMENT)
  const part = { spam: partThatCounts(all.spam, all.honest), honest: partThatCounts(all.honest, all.spam) }
  const size = { spam: (model.spam[EVERY_COMMENT] ?? 0) + PSEUDO_COUNT, honest: (model.honest[EVERY_COMMENT] ?? 0) + PSEUDO_COUNT }
  const expected = Math.log((size.spam + part.spam * all.spam) / (size.honest + part.honest * all.honest)) - Math.log(size.spam / size.honest)
  return (bucket) => {
    const { spam, honest } = countsOf(bucket)
    if (spam + honest === 0)
      return 0
    const s = (model.spam[bucket] ?? 0) + PSEUDO_COUNT
    const h = (model.honest[bucket] ?? 0) + PSEUDO_COUNT
    return SHARE * (Math.log((s + part.spam * spam) / (h + part.honest * honest)) - Math.log(s / h) - expected)
  }
}

const partThatCounts = (own: number, other: number): number => Math.min(1, (other + LEAD) / Math.max(1, own))
const atLeastNone = (count: number): number => Number.isFinite(count) ? Math.max(0, count) : 0

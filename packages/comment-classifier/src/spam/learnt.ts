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

/** How far learnt counts move the odds, of what they would if each feature told something of its own. */
const SHARE = 0.5

/**
 * Makes the function that says how far moderators' decisions move the log odds of a bucket.
 *
 * With a bucket's counts in training s₀ and h₀, in decisions s and h, and the same of all comments S₀, H₀, S, H, the move is
 * ln((s₀ + s + 1) / (h₀ + h + 1)) − ln((s₀ + 1) / (h₀ + 1)), less what the mere number of decisions of each kind moves it by:
 * ln((S₀ + S) / (H₀ + H)) − ln(S₀ / H₀). So counts of training are the pseudo-counts of a Bayesian estimate: a word that was common
 * there hardly moves, one that was never seen moves at once, and a thousand approvals alone move nothing.
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
  const size = { spam: (model.spam[EVERY_COMMENT] ?? 0) + PSEUDO_COUNT, honest: (model.honest[EVERY_COMMENT] ?? 0) + PSEUDO_COUNT }
  const expected = Math.log((size.spam + all.spam) / (size.honest + all.honest)) - Math.log(size.spam / size.honest)
  return (bucket) => {
    const { spam, honest } = countsOf(bucket)
    if (spam + honest === 0)
      return 0
    const s = (model.spam[bucket] ?? 0) + PSEUDO_COUNT
    const h = (model.honest[bucket] ?? 0) + PSEUDO_COUNT
    return SHARE * (Math.log((s + spam) / (h + honest)) - Math.log(s / h) - expected)
  }
}

const atLeastNone = (count: number): number => Number.isFinite(count) ? Math.max(0, count) : 0

import type { FeatureGroups } from '../features/features-of.js'
import type { SpamModel } from './model.js'

/**
 * The share that each bucket of a group has in the score: a group of n weighs 1/√n each, so that a long comment is no likelier to be
 * anything than a short one.
 *
 * @param group the buckets of one group
 */
export const shareIn = (group: readonly number[]): number => 1 / Math.sqrt(Math.max(1, group.length))

/**
 * The probability that a comment of these features is spam.
 *
 * @param model a trained model
 * @param groups the comment's features
 * @param moveOf how far what was learnt since moves a bucket
 * @returns 0 to 1
 */
export function probability(model: SpamModel, groups: FeatureGroups, moveOf: (bucket: number) => number = () => 0): number {
  let odds = model.bias
  for (const group of groups) {
    const share = shareIn(group)
    for (const bucket of group)
      odds += share * ((model.weights[bucket] ?? 0) + moveOf(bucket))
  }
  return 1 / (1 + Math.exp(-odds))
}

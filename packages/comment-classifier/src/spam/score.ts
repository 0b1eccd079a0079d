import type { FeatureGroups } from '../features/features-of.js'
import type { SpamModel } from './model.js'
import { featureGroups, READ_LIMIT } from '../features/features-of.js'
import { passagesOf } from './passages.js'

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

/**
 * The score of a comment: the highest of the whole, the whole with its sender's name, and each of its passages.
 *
 * @param model a trained model
 * @param text the comment
 * @param name the name that it was sent in under
 * @param moveOf how far what was learnt since moves a bucket
 * @returns 0 to 1
 */
export function scoreComment(model: SpamModel, text: string, name = '', moveOf?: (bucket: number) => number): number {
  const read = text.slice(0, READ_LIMIT)
  const groups = [read, ...passagesOf(read)].map(part => featureGroups(part))
  if (name.trim() !== '')
    groups.push(featureGroups(read, name))
  return Math.max(...groups.map(each => probability(model, each, moveOf)))
}

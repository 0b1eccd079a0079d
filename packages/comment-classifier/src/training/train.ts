import type { SpamModel } from '../spam/model.js'
import type { Example } from './examples.js'
import { BUCKETS, EVERY_COMMENT, featureGroups } from '../features/features-of.js'
import { probability, shareIn } from '../spam/score.js'
import { hash } from '../text/hash.js'

/** How the model is trained; the values were chosen by cross-validation over what is not held out. */
interface TrainingSettings {
  rounds: number
  /** The first step's length. */
  rate: number
  /** How strongly weights are drawn to 0. */
  pull: number
}

const trainingSettings: TrainingSettings = { rounds: 40, rate: 0.3, pull: 0.0002 }

/**
 * Trains a logistic regression by AdaGrad, one comment at a time, in an order that the comments' own hashes give: the same comments
 * make the same model, in whatever order they come.
 *
 * @param examples labelled comments
 * @param settings how
 * @returns the model
 */
export function trainSpamModel(examples: readonly Example[], settings: TrainingSettings = trainingSettings): SpamModel {
  const rows = examples.map(({ text, isSpam }) => ({ groups: featureGroups(text), isSpam, text }))
  const model: SpamModel = { bias: 0, weights: new Float64Array(BUCKETS), spam: new Uint16Array(BUCKETS), honest: new Uint16Array(BUCKETS) }
  for (const { groups, isSpam } of rows) {
    const counts = isSpam ? model.spam : model.honest
    for (const bucket of new Set([EVERY_COMMENT, ...groups.flat()]))
      counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  const steps = new Float64Array(BUCKETS).fill(1e-8)
  let biasSteps = 1e-8
  for (let round = 0; round < settings.rounds; round++) {
    for (const { groups, isSpam } of inOrder(rows, round)) {
      const error = probability(model, groups) - Number(isSpam)
      biasSteps += error * error
      model.bias -= settings.rate * error / Math.sqrt(biasSteps)
      for (const group of groups) {
        const share = shareIn(group)
        for (const bucket of group) {
          const weight = model.weights[bucket] ?? 0
          const slope = error * share + settings.pull * weight
          const taken = (steps[bucket] ?? 0) + slope * slope
          steps[bucket] = taken
          model.weights[bucket] = weight - settings.rate * slope / Math.sqrt(taken)
        }
      }
    }
  }
  return model
}

function inOrder<Row extends { text: string }>(rows: readonly Row[], round: number): Row[] {
  return rows.map(row => ({ row, key: hash(`${round} ${row.text}`) }))
    .sort((one, other) => one.key - other.key || (one.row.text < other.row.text ? -1 : 1))
    .map(({ row }) => row)
}

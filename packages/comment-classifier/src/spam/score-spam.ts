import type { Learnt } from './learnt.js'
import { movesOf } from './learnt.js'
import { unpack } from './model.js'
import { scoreComment } from './score.js'
import { trained } from './trained.js'

/** From this score on a comment is taken for spam: chosen by cross-validation, never by what is held out. */
export const SPAM_THRESHOLD = 0.5

let model: ReturnType<typeof unpack> | undefined

/**
 * How much a comment looks like spam: as a whole, or in the passage that looks most like it, since spam hides among honest words.
 *
 * A name can only add to it, by words that are spam in a text ("Billiga lån"): no name makes a comment more honest, and what a
 * person is called is never learnt from.
 *
 * @param text a comment, as it was sent in
 * @param name the name it was sent in under
 * @param learnt what moderators' decisions taught, counted over `featuresOf` of the comments decided on
 * @returns 0 (honest) to 1 (spam); the same for the same input
 */
export function scoreSpam(text: string, name = '', learnt: Learnt = new Map()): number {
  model ??= unpack(trained)
  return scoreComment(model, text, name, movesOf(model, learnt))
}

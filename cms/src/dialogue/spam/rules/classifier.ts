import { createRule } from '../rule'

const suspectFrom = 0.5
const spamFrom = 0.9

/** The text reads like spam, by what the classifier was taught and what moderators' decisions taught it since. */
export const classifier = createRule('classifier', ({ spamScore }) =>
  spamScore === null || spamScore < suspectFrom
    ? null
    : { weight: spamScore >= spamFrom ? 'spam' : 'suspect', detail: `Texten liknar skräp till ${Math.round(spamScore * 100)} procent.` })

import { SPAM_THRESHOLD } from '@klartext/comment-classifier'
import { countLinks } from '../links'
import { createRule } from '../rule'

/** From here on nobody needs to look before it is put aside; between the two a moderator sees what the classifier says. */
const spamFrom = 0.95
/** Of fewer words beside its links, such as "See https://…", a text tells too little to be put aside by that alone. */
const leastWords = 6

/** The text reads like spam, by what the classifier was taught and what moderators' decisions taught it since. */
export const classifier = createRule('classifier', ({ spamScore, text }) =>
  spamScore < SPAM_THRESHOLD
    ? null
    : { weight: spamScore >= spamFrom && countLinks(text).words >= leastWords ? 'spam' : 'suspect', detail: `Texten liknar skräppost till ${Math.round(spamScore * 100)} procent.` })

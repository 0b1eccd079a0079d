import type { SpamModel } from '../spam/model.js'
import { pack } from '../spam/model.js'

const LINE = 1024

/**
 * The source file that a trained model is kept in.
 *
 * @param model a trained model
 * @returns the text of `src/spam/trained.ts`
 */
export function weightsFile(model: SpamModel): string {
  const { bias, step, weights, spam, honest } = pack(model)
  const lines = (letters: string) => letters.replace(new RegExp(`.{${LINE}}`, 'g'), line => `\n    '${line}',`)
  return `import type { PackedModel } from './model.js'

/** Written by \`pnpm --filter @klartext/comment-classifier train\`; never by hand. */
export const trained: PackedModel = {
  bias: ${bias},
  step: ${step},
  weights: [${lines(weights)}
  ].join(''),
  spam: [${lines(spam)}
  ].join(''),
  honest: [${lines(honest)}
  ].join(''),
}
`
}

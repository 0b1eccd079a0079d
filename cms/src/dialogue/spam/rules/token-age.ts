import { createRule } from '../rule'

const tooYoung = 3_000

/** The preview was sent in faster than somebody reads it. */
export const tokenAge = createRule('token-age', ({ previewAge }) =>
  previewAge === null || previewAge >= tooYoung
    ? null
    : { weight: 'suspect', detail: `Skickades in ${(Math.max(0, previewAge) / 1000).toFixed(1).replace('.', ',')} sekunder efter granskningen.` })

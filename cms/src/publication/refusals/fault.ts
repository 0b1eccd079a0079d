import { errors } from '@strapi/utils'

/** One thing that keeps an entry from being published: where in the form it is, and what to do, in Swedish. */
export interface Fault {
  /** Field names and places in repeated fields: `['body', 0, 'alt']`. The admin marks that field. */
  path: (string | number)[]
  message: string
}

/** How many faults the message names; every one is shown at its field. */
const namedFaults = 3

/**
 * @param intro what is refused, as a sentence: `Artikeln ”…” kan inte publiceras.`
 * @param faults at least one
 * @returns an error that Strapi answers with 400, with the intro and the first faults as its message, and each fault at its field
 */
export function refusal(intro: string, faults: readonly Fault[]): errors.ValidationError {
  const named = faults.slice(0, namedFaults).map(fault => fault.message)
  const more = faults.length - named.length
  const rest = more === 0 ? [] : [more === 1 ? 'Och ett fel till.' : `Och ${more} fel till.`]
  return new errors.ValidationError([intro, ...named, ...rest].join(' '), {
    errors: faults.map(fault => ({ ...fault, name: 'ValidationError' })),
  })
}

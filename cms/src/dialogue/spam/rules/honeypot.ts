import { createRule } from '../rule'

/** The field that a form hides is filled in: people do not see it. */
export const honeypot = createRule('honeypot', ({ homepage }) =>
  homepage.trim() === '' ? null : { weight: 'spam', detail: 'Fältet som bara maskiner ser var ifyllt.' })

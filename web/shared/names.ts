import type { Language } from './languages'

/** Names in a sentence: "Maja, Karim och Elin". */
export function namesOf(people: readonly { name: string }[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map(({ name }) => name))
}

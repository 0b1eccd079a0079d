import { expect, it } from 'vitest'
import { messagesIn } from '#shared/messages'
import { tombstoneText } from '~/components/thread/tombstone-text'

it.each([
  ['sv', 'personal-attack', 'Kommentaren doldes den 3 maj eftersom den angrep en person.'],
  ['en', 'spam', 'The comment was hidden on 3 maj because it was spam.'],
  ['sv', 'Den röjde en adress.', 'Kommentaren doldes den 3 maj. Skäl: Den röjde en adress.'],
  ['sv', 'constructor', 'Kommentaren doldes den 3 maj. Skäl: constructor.'],
] as const)('in %s, for %s', (language, rule, expected) => {
  expect(tombstoneText(messagesIn(language), rule, '3 maj')).toBe(expected)
})

import { expect, it } from 'vitest'
import { isNoneMatchHit, strongEtag } from '../../../src/public-api/etag'

it.each([
  ['the same tag', '"a"', true],
  ['another tag', '"b"', false],
  ['the same tag, weak', 'W/"a"', true],
  ['one of several', '"x", W/"y" ,"a"', true],
  ['none of several', '"x", "aa"', false],
  ['a star', ' * ', true],
  ['no quotes', 'a', false],
  ['nothing', '', false],
  ['a tag with a comma inside', '"a,"', false],
  ['headers given twice', ['"x"', '"a"'], true],
])('if-None-Match with %s', (_, header, expected) => {
  expect(isNoneMatchHit(header, '"a"')).toBe(expected)
})

it('makes tags that are strong, quoted, and differ where the content does', () => {
  expect(strongEtag('a', 'b')).toMatch(/^"[\w-]{32}"$/)
  expect(strongEtag('a', 'b')).toBe(strongEtag('a', 'b'))
  expect(strongEtag('a', 'b')).not.toBe(strongEtag('a', 'c'))
})

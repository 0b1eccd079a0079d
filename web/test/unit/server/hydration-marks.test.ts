import { expect, it } from 'vitest'
import { withoutHydrationMarks } from '../../../server/hydration-marks'

it.each([
  ['<p><!--[-->a<!--]--></p><!---->', '<p>a</p>'],
  ['<!-- kept --><p>&lt;!----&gt;</p>', '<!-- kept --><p>&lt;!----&gt;</p>'],
])('%s', (html, expected) => {
  expect(withoutHydrationMarks(html)).toBe(expected)
})

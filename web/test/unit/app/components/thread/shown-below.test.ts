import { expect, it } from 'vitest'
import { shownBelow } from '~/components/thread/shown-below'
import { examples } from '../../../../fixture-content'

it('counts below a comment what the API counts, tombstones left out', () => {
  expect(examples.thread.items.map(shownBelow)).toEqual(examples.thread.items.map(({ replyCount }) => replyCount))
})

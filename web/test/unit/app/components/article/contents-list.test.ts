import type { Heading } from '@klartext/contract'
import { expect, it } from 'vitest'
import { contentsOf } from '~/components/article/contents-list'

const headings = (levels: readonly Heading['level'][]): Heading[] => levels.map((level, index) => ({ type: 'heading', level, anchor: `h${index}`, children: [] }))

it.each([
  ['four headings need no list', [2, 2, 2, 2], []],
  ['five do', [2, 2, 2, 2, 2], ['h0', 'h1', 'h2', 'h3', 'h4']],
  ['the highest level is listed', [2, 3, 3, 2, 4], ['h0', 'h3']],
  ['whatever that is', [3, 3, 4, 3, 3], ['h0', 'h1', 'h3', 'h4']],
] as const)('%s', (_case, levels, anchors) => {
  expect(contentsOf(headings(levels)).map(({ anchor }) => anchor)).toEqual(anchors)
})

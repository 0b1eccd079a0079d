import { expect, it } from 'vitest'
import { isMoved } from '~/components/article/is-moved'

it.each([
  ['2026-04-14T06:30:00+02:00', '2026-04-14T06:30:00+02:00', false],
  ['2026-04-14T04:30:00Z', '2026-04-14T06:30:00+02:00', false],
  ['2026-04-14T06:29:59+02:00', '2026-04-14T06:30:00+02:00', true],
  ['2026-04-15T06:30:00+02:00', '2026-04-14T06:30:00+02:00', false],
  [null, '2026-04-14T06:30:00+02:00', true],
])('stated %s, here from %s: %s', (stated, here, moved) => {
  expect(isMoved(stated, here)).toBe(moved)
})

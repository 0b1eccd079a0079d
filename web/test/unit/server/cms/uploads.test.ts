import { expect, it } from 'vitest'
import { imageTypeOf } from '../../../../server/cms/uploads'

it.each([
  ['a.avif', 'image/avif'],
  ['large_bild_1.2_abc123.webp', 'image/webp'],
  ['marke.svg', 'image/svg+xml'],
  ['a.JPG', null],
  ['a.html', null],
  ['a.svg.html', null],
  ['a', null],
  ['.avif', null],
  ['-a.avif', null],
  ['../a.avif', null],
  ['a/b.avif', null],
  ['a b.avif', null],
  ['a..avif', null],
  ['å.avif', null],
  ['constructor', null],
  ['a.constructor', null],
  [`${'a'.repeat(250)}.png`, null],
])('%s is %s', (name, type) => {
  expect(imageTypeOf(name)).toBe(type)
})

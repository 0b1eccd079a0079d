import type { FigureEntry, Media } from '../../../../src/publication/entries/media'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mediaSchema } from '../../../../src/publication/entries/media'
import { figureOf, infographicOf } from '../../../../src/publication/snapshot/figure'

const media = (over: object = {}): Media => v.parse(mediaSchema, {
  id: 7,
  name: 'hemlig.jpg',
  url: '/uploads/maja_1a2b.jpg?updated=1',
  mime: 'image/jpeg',
  width: 2400,
  height: 1600,
  formats: {
    thumbnail: { url: '/uploads/thumbnail_maja_1a2b.jpg', width: 234, height: 156, mime: 'image/jpeg' },
    large: { url: '/uploads/large_maja_1a2b.jpg', width: 1280, height: 853, mime: 'image/jpeg', path: null, size: 1 },
    small: { url: 'https://files.example/small_maja_1a2b.jpg', width: 640, height: 427, mime: 'image/jpeg' },
    broken: { url: '/uploads/broken.jpg' },
  },
  focalPoint: { x: 62.5, y: 33.333 },
  ...over,
})
const entry = (over: Partial<FigureEntry> = {}): FigureEntry => ({ image: media(), alt: ' Maja vid brunnen ', decorative: false, caption: ' ', credit: 'Foto: Elin', missingFile: false, ...over })

describe('figureOf', () => {
  it('has paths on the site, copies by width without the thumbnail, and the focal point in fractions', () => {
    expect(figureOf(entry(), 'sv')).toEqual({
      src: '/media/maja_1a2b.jpg',
      sources: [
        { src: '/media/small_maja_1a2b.jpg', width: 640, height: 427, type: 'image/jpeg' },
        { src: '/media/large_maja_1a2b.jpg', width: 1280, height: 853, type: 'image/jpeg' },
      ],
      width: 2400,
      height: 1600,
      alt: 'Maja vid brunnen',
      caption: null,
      credit: 'Foto: Elin',
      longDescription: null,
      focalPoint: { x: 0.625, y: 0.3333 },
    })
  })
  it('has our copies alone where there are any, by type and width', () => {
    const copy = (name: string, width: number, mime: string) => ({ [name]: { url: `/uploads/maja_1a2b_${width}.${name.slice(0, 4)}`, width, height: width / 2, mime } })
    const formats = { ...media().formats, ...copy('webp-480', 480, 'image/webp'), ...copy('avif-2400', 2400, 'image/avif'), ...copy('avif-480', 480, 'image/avif'), ...copy('thumbnail', 200, 'image/jpeg') }
    expect(figureOf(entry({ image: media({ formats }) }), 'sv')?.sources.map(({ src }) => src)).toEqual(['/media/maja_1a2b_480.avif', '/media/maja_1a2b_2400.avif', '/media/maja_1a2b_480.webp'])
  })
  it('says nothing of a decorative image', () => expect(figureOf(entry({ decorative: true }), 'sv')).toMatchObject({ alt: '' }))
  it('keeps the texts of a missing file', () => {
    expect(figureOf(entry({ image: null, missingFile: true }), 'sv')).toMatchObject({ src: null, sources: [], width: null, height: null, focalPoint: null, alt: 'Maja vid brunnen' })
  })
  it.each([['no image', { image: null }], ['a file that is no image', { image: media({ mime: 'application/pdf' }) }], ['an image without a size', { image: media({ width: null }) }]])('is nothing for %s', (_, over) => {
    expect(figureOf(entry(over), 'sv')).toBeNull()
  })
  it.each([[{ x: -5, y: 140 }, { x: 0, y: 1 }], [null, null], ['mitten', null], [undefined, null]])('focal point %j', (focalPoint, held) => {
    expect(figureOf(entry({ image: media({ focalPoint }) }), 'sv')?.focalPoint).toEqual(held)
  })
})

describe('infographicOf', () => {
  const infographic = { ...entry(), longDescription: 'Två staplar.', tableCaption: 'Dygn', tableText: 'Skäl;Dygn\nKö;3' }
  it('has a long description and a table', () => {
    expect(infographicOf(infographic, 'sv')).toMatchObject({ type: 'infographic', longDescription: 'Två staplar.', table: { caption: 'Dygn', headers: ['Skäl', 'Dygn'], rows: [['Kö', '3']] } })
  })
  it.each(['', ' ', 'bara rubriker', null])('has no table for %j', tableText => expect(infographicOf({ ...infographic, tableText }, 'sv')).toMatchObject({ table: null }))
})

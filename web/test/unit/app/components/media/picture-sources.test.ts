import type { Figure, ImageSource } from '@klartext/contract'
import { describe, expect, it } from 'vitest'
import { focalClasses, pictureSources } from '~/components/media/picture-sources'

const figure = (more: Partial<Figure>): Figure => ({ src: '/media/a.avif', sources: [], width: 1600, height: 900, alt: '', caption: null, credit: null, longDescription: null, focalPoint: null, ...more })
const source = (name: string, width: number, type: string): ImageSource => ({ src: `/media/${name}`, width, height: 100, type })

describe('pictureSources', () => {
  it.each([
    ['no sizes', [], '/media/a.avif', null, []],
    ['one type, by width', [source('b.avif', 800, 'image/avif'), source('a.avif', 400, 'image/avif')], '/media/a.avif', '/media/a.avif 400w, /media/b.avif 800w', []],
    ['one size of one type', [source('b.avif', 400, 'image/avif')], '/media/a.avif', '/media/b.avif 400w', []],
    ['several types: the best read last, the smallest first', [source('a.webp', 400, 'image/webp'), source('a.avif', 400, 'image/avif'), source('a.jpg', 400, 'image/jpeg'), source('b.jpg', 800, 'image/jpeg')], '/media/a.avif', '/media/a.jpg 400w, /media/b.jpg 800w', ['image/avif', 'image/webp']],
    ['one size of the type that is best read', [source('a.webp', 400, 'image/webp'), source('a.avif', 400, 'image/avif'), source('b.jpg', 800, 'image/jpeg')], '/media/b.jpg', null, ['image/avif', 'image/webp']],
  ] as const)('%s', (_case, sources, src, srcset, alternatives) => {
    const picture = pictureSources(figure({ sources: [...sources] }))
    expect([picture.src, picture.srcset]).toEqual([src, srcset])
    expect(picture.alternatives.map(({ type }) => type)).toEqual(alternatives)
  })
})

describe('focalClasses', () => {
  it.each([
    [null, []],
    [{ x: 0.62, y: 0.4 }, ['fx6', 'fy4']],
    [{ x: 0, y: 1 }, ['fx0', 'fy10']],
    [{ x: 0.5, y: 0.04 }, ['fx5', 'fy0']],
  ])('%o', (focalPoint, classes) => {
    expect(focalClasses(figure({ focalPoint }))).toEqual(classes)
  })
})

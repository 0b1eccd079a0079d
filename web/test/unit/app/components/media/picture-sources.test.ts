import type { Figure, ImageSource } from '@klartext/contract'
import { describe, expect, it } from 'vitest'
import { pictureSources } from '~/components/media/picture-sources'

const figure = (more: Partial<Figure>): Figure => ({ src: '/media/a.avif', sources: [], width: 1600, height: 900, alt: '', caption: null, credit: null, longDescription: null, focalPoint: null, ...more })
const source = (name: string, width: number, type: string): ImageSource => ({ src: `/media/${name}`, width, height: 100, type })

describe('pictureSources', () => {
  it.each([
    ['no sizes', [], '/media/a.avif', null, []],
    ['one type, by width', [source('b.avif', 800, 'image/avif'), source('a.avif', 400, 'image/avif')], '/media/a.avif', '/media/a.avif 400w, /media/b.avif 800w', []],
    ['one size of one type', [source('b.avif', 400, 'image/avif')], '/media/b.avif', null, []],
    ['several types: the best read last, the smallest first', [source('a.webp', 400, 'image/webp'), source('a.avif', 400, 'image/avif'), source('a.jpg', 400, 'image/jpeg'), source('b.jpg', 800, 'image/jpeg')], '/media/a.avif', '/media/a.jpg 400w, /media/b.jpg 800w', ['image/avif', 'image/webp']],
    ['one size of the type that is best read', [source('a.webp', 400, 'image/webp'), source('a.avif', 400, 'image/avif'), source('b.jpg', 800, 'image/jpeg')], '/media/b.jpg', null, ['image/avif', 'image/webp']],
  ] as const)('%s', (_case, sources, src, srcset, alternatives) => {
    const picture = pictureSources(figure({ sources: [...sources] }))
    expect([picture.src, picture.srcset]).toEqual([src, srcset])
    expect(picture.alternatives.map(({ type }) => type)).toEqual(alternatives)
  })

  it.each([
    [56, null, '/media/240.avif'],
    [144, '/media/240.webp 240w, /media/480.webp 480w', '/media/240.avif 240w, /media/480.avif 480w'],
    [2000, '/media/240.webp 240w, /media/480.webp 480w, /media/720.webp 720w', '/media/240.avif 240w, /media/480.avif 480w, /media/720.avif 720w'],
  ])('shown %i pixels wide, a picture has the files for twice as many', (most, srcset, alternative) => {
    const sources = ['webp', 'avif'].flatMap(type => [720, 240, 480].map(width => source(`${width}.${type}`, width, `image/${type}`)))
    expect(pictureSources(figure({ sources }), most)).toEqual({ src: srcset === null ? '/media/240.webp' : '/media/a.avif', srcset, alternatives: [{ type: 'image/avif', srcset: alternative }] })
  })
})

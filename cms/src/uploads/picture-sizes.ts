import type { ImageFormat } from './clean-image'
import path from 'node:path'
import sharp from 'sharp'

/** What a browser takes where it can, the smallest first. Effort 2 of 9: a third of the time of 3, for files that are 5 percent larger. */
const encodings = {
  avif: { ext: '.avif', mime: 'image/avif', options: { quality: 55, effort: 2 } },
  webp: { ext: '.webp', mime: 'image/webp', options: { quality: 80 } },
  jpeg: { ext: '.jpg', mime: 'image/jpeg', options: { quality: 82, mozjpeg: true } },
  png: { ext: '.png', mime: 'image/png', options: { compressionLevel: 9 } },
} as const

type Encoding = keyof typeof encodings

/**
 * A face in a list, a phone, a phone with a fine screen or a column of text, the same on a fine screen, and the whole page. Steps of
 * about 1.5: a picture is never fetched with more than twice the points that are shown.
 */
const widths = [240, 480, 720, 1080, 1600]
const widest = 1600
/** The one size of what is read by browsers that know neither AVIF nor WebP. */
const fallbackWidth = 1080
/** WebP holds no more points in a row. */
const tallest = 16_383
/** For one size; a picture of 64 million points takes a few. */
const seconds = 60

/** A smaller copy of a picture, as the media library keeps it. */
export interface PictureSize {
  /** `avif-480`: unlike any name that Strapi gives its own copies. */
  key: string
  /** Name of the file without its ending. */
  hash: string
  ext: string
  mime: string
  width: number
  height: number
  /** In bytes. */
  size: number
  file: string
}

const ownKey = /^(?:avif|webp|jpeg|png)-\d+$/

/** Whether a copy of the media library is one of {@link makeSizes}, by its key. */
export const isOwnSize = (key: string): boolean => ownKey.test(key)

/**
 * Writes the sizes of a picture: AVIF and WebP in every width up to its own, and one in its own format where that is another. They
 * have sRGB colours and no metadata at all.
 * @param picture content of an upright picture without metadata, as `cleanImage` writes it
 * @param format of the picture
 * @param hash what the names of the files begin with
 * @param folder where they are written
 * @throws Error where a size takes more than a minute
 */
export async function makeSizes(picture: Buffer, format: ImageFormat, hash: string, folder: string): Promise<PictureSize[]> {
  // unpacked once, at the largest width that is needed: the rest of the work has a tenth of the points of a large photo
  const { data, info } = await sharp(picture).timeout({ seconds }).resize({ width: widest, withoutEnlargement: true })
    .toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const wanted: [Encoding, number][] = [...new Set([...widths.filter(width => width < info.width), info.width])]
    .flatMap((width): [Encoding, number][] => [['avif', width], ['webp', width]])
  if ((format === 'jpeg' || format === 'png') && info.width > fallbackWidth)
    wanted.push([format, fallbackWidth])
  const left = wanted.filter(([, width]) => info.height * width / info.width <= tallest)
  const sizes: PictureSize[] = []
  const makeNext = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [encoding, width] = next
      const { ext, mime, options } = encodings[encoding]
      const name = `${hash}_${width}`
      const file = path.join(folder, name + ext)
      const made = await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).timeout({ seconds })
        .resize({ width }).toFormat(encoding, options).toFile(file)
      sizes.push({ key: `${encoding}-${width}`, hash: name, ext, mime, width: made.width, height: made.height, size: made.size, file })
    }
  }
  // half of the threads that reading and writing files share
  await Promise.all([makeNext(), makeNext()])
  return sizes
}

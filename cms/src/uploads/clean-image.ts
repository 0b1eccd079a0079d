import sharp from 'sharp'

/** How each kind of picture is stored; by the names sharp gives the formats. */
const formats = {
  jpeg: { ext: '.jpg', mime: 'image/jpeg', options: { quality: 90, mozjpeg: true } },
  png: { ext: '.png', mime: 'image/png', options: { compressionLevel: 9 } },
  webp: { ext: '.webp', mime: 'image/webp', options: { quality: 90 } },
  avif: { ext: '.avif', mime: 'image/avif', options: { quality: 70 } },
} as const

export type ImageFormat = keyof typeof formats

export interface CleanedImage {
  ext: string
  mime: string
  /** In pixels, upright. */
  width: number
  height: number
  /** In bytes. */
  size: number
}

/**
 * The most points that a picture may have, in millions: more than any common camera gives. A file of some hundred kilobytes can claim
 * hundreds of millions, and take the memory for them.
 */
export const maxMegapixels = 64

/** Whether a picture claims more points than {@link maxMegapixels}; nothing of it is unpacked to find out. */
export async function isTooLarge(file: string): Promise<boolean> {
  const { width, height } = await sharp(file).metadata()
  return width * height > maxMegapixels * 1_000_000
}

/**
 * Tells what kind of picture a file holds, by its content alone.
 * @param file path or content of the file
 * @returns null for everything that is not a JPEG, PNG, WebP or AVIF picture
 */
export async function imageFormat(file: string | Buffer): Promise<ImageFormat | null> {
  const metadata = await sharp(file).metadata().catch(notAnImage)
  if (!metadata)
    return null
  // sharp names the container, and AVIF shares it with HEIC
  const format = metadata.format === 'heif' && metadata.compression === 'av1' ? 'avif' : metadata.format
  return isImageFormat(format) ? format : null
}

/**
 * Writes a picture anew: upright, one frame, with its colour profile and without any other metadata
 * (position, camera, names), whatever the size of the result.
 * @param source path of a picture that `imageFormat` knows
 * @param format what `imageFormat` says of it
 * @param target path of the file to write
 */
export async function cleanImage(source: string, format: ImageFormat, target: string): Promise<CleanedImage> {
  const { ext, mime, options } = formats[format]
  const { width, height, size } = await sharp(source).rotate().keepIccProfile().toFormat(format, options).toFile(target)
  return { ext, mime, width, height, size }
}

function isImageFormat(name: string | undefined): name is ImageFormat {
  return name !== undefined && name in formats
}

/** sharp knows no file it cannot read; that is an answer here and no failure. */
function notAnImage(): null {
  return null
}

import type { Core } from '@strapi/strapi'
import type { Readable } from 'node:stream'
import type { StoredSize } from './stored-size'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { errors } from '@strapi/utils'
import { cleanImage, imageFormat, isTooLarge, maxMegapixels } from './clean-image'
import { oneAtATime } from './one-at-a-time'
import { makeSizes } from './picture-sizes'
import { storedSize } from './stored-size'

/** What Strapi hands to its image service while a file comes in. */
interface IncomingFile {
  name: string
  hash: string
  filepath?: string
  tmpWorkingDirectory?: string
  getStream: () => Readable
  [key: string]: unknown
}

/**
 * Lets only pictures into the media library, those without the metadata they came with, and makes their sizes while they come in.
 * Strapi's own steps trust a file's name where they cannot read it, keep the original with its position when that is the smaller
 * one, and make sizes in the picture's own format alone, and none of AVIF.
 * Must run in `register()`, before anything asks for the service.
 */
export function acceptCleanImages(strapi: Core.Strapi): void {
  strapi.get('services').extend('plugin::upload.image-manipulation', (service: Core.Service) => ({
    ...service,
    /** @throws ApplicationError in Swedish for anything but a picture of a kind the site can show, and of a size that this machine can bear */
    async isImage(file: IncomingFile) {
      if (!file.filepath || !await imageFormat(file.filepath)) {
        throw new errors.ApplicationError(
          `”${file.name}” är ingen bild som Klartext kan visa. Ladda upp en bild i formatet JPEG, PNG, WebP eller AVIF.`,
        )
      }
      if (await isTooLarge(file.filepath))
        throw new errors.ApplicationError(`”${file.name}” är för stor. En bild får ha högst ${maxMegapixels} miljoner bildpunkter, till exempel 8000 × 8000. Förminska den först.`)
      return true
    },
    async optimize(file: IncomingFile) {
      const format = file.filepath && await imageFormat(file.filepath)
      if (!file.filepath || !format || !file.tmpWorkingDirectory)
        throw new errors.ApplicationError(`”${file.name}” gick inte att läsa som bild.`)
      const filepath = path.join(file.tmpWorkingDirectory, `clean-${file.hash}`)
      const source = file.filepath
      const { size, ...picture } = await oneAtATime(() => cleanImage(source, format, filepath))
      return {
        ...file,
        ...picture,
        filepath,
        getStream: () => createReadStream(filepath),
        // Strapi counts files in thousands of bytes
        size: Math.round(size / 10) / 100,
        sizeInBytes: size,
      }
    },
    // what is let in has sizes, whatever its format
    isResizableImage: async () => true,
    async generateResponsiveFormats(file: IncomingFile): Promise<{ key: string, file: StoredSize }[]> {
      // Strapi stores the picture meanwhile, and may have forgotten where it lies
      const picture = await buffer(file.getStream())
      const format = await imageFormat(picture)
      const folder = file.tmpWorkingDirectory
      if (!format || folder === undefined)
        throw new errors.ApplicationError(`”${file.name}” gick inte att läsa som bild.`)
      const sizes = await oneAtATime(() => makeSizes(picture, format, file.hash, folder))
      return sizes.map(size => ({ key: size.key, file: storedSize(size, file.name) }))
    },
  }))
}

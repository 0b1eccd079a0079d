import type { Core } from '@strapi/strapi'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { errors } from '@strapi/utils'
import { cleanImage, imageFormat, isTooLarge, maxMegapixels } from './clean-image'

/** What Strapi hands to its image service while a file comes in. */
interface IncomingFile {
  name: string
  hash: string
  filepath?: string
  tmpWorkingDirectory?: string
  [key: string]: unknown
}

/**
 * Lets only pictures into the media library, and those without the metadata they came with. Strapi's own steps
 * trust a file's name where they cannot read it, and keep the original with its position when that is the smaller one.
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
      const { size, ...picture } = await cleanImage(file.filepath, format, filepath)
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
  }))
}

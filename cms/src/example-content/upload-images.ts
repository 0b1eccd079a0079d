import type { Core } from '@strapi/strapi'
import type { ExampleContent } from './read-documents'
import { statSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'

/** The row ids of the uploaded files, by file name. */
export type ImageIds = ReadonlyMap<string, number>

const fileSchema = v.object({ id: v.number() })

/**
 * Puts the example images in the media library through Strapi's upload service, with their sizes.
 * A file of the same name that is there already (from a load that was interrupted) is used as it is.
 *
 * @throws Error that names the image
 */
export async function uploadImages(strapi: Core.Strapi, folder: string, images: ExampleContent['images']): Promise<{ ids: ImageIds, uploaded: number[] }> {
  const ids = new Map<string, number>()
  const uploaded: number[] = []
  try {
    for (const [name, focalPoint] of Object.entries(images)) {
      const existing = v.parse(v.nullish(fileSchema), await strapi.db.query('plugin::upload.file').findOne({ where: { name } }))
      const id = existing?.id ?? await uploadImage(strapi, path.join(folder, name), focalPoint)
      ids.set(name, id)
      if (!existing)
        uploaded.push(id)
    }
  }
  catch (error) {
    await removeImages(strapi, uploaded)
    throw error
  }
  return { ids, uploaded }
}

/** Takes files out of the media library again, with their smaller sizes. */
export async function removeImages(strapi: Core.Strapi, ids: number[]): Promise<void> {
  const service = strapi.plugin('upload').service('upload')
  for (const id of ids) {
    const file = await service.findOne(id)
    if (file)
      await service.remove(file)
  }
}

async function uploadImage(strapi: Core.Strapi, file: string, focalPoint: { x: number, y: number }): Promise<number> {
  const name = path.basename(file)
  try {
    const [row] = v.parse(v.array(fileSchema), await strapi.plugin('upload').service('upload').upload({
      // Strapi keeps the focal point in percent
      data: { fileInfo: { name, focalPoint: { x: Math.round(focalPoint.x * 100), y: Math.round(focalPoint.y * 100) } } },
      files: { filepath: file, originalFilename: name, mimetype: 'image/webp', size: statSync(file).size },
    }))
    if (!row)
      throw new Error('the upload service gave no file back')
    return row.id
  }
  catch (error) {
    throw new Error(`images/${name} could not be uploaded: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

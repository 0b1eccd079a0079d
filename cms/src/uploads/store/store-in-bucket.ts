import type { Core } from '@strapi/strapi'
import { readSettings } from '../../settings'
import { openBucket } from './bucket'
import { gather, keyOf } from './bucket-store'

/** What Strapi hands to its way of storing. */
interface OutgoingFile {
  hash: string
  ext: string
  mime: string
  url?: string
  stream?: AsyncIterable<Uint8Array>
}

interface Provider {
  uploadStream: (file: OutgoingFile) => Promise<void>
  replaceStream: (file: OutgoingFile, before: OutgoingFile) => Promise<void>
  delete: (file: OutgoingFile) => Promise<void>
}

const nameOf = ({ hash, ext }: OutgoingFile): string => `${hash}${ext}`

/**
 * Stores what comes into the media library in a bucket, where the settings name one. A file keeps the address that it would have in the
 * folder, `/uploads/…` of the CMS: pages, the log and backups are the same wherever the bytes lie, and no bucket has to be public.
 * Must run in `register()`, after the upload plugin's own.
 */
export function storeInBucket(strapi: Core.Strapi): void {
  const { s3 } = readSettings()
  if (s3 === null)
    return
  const bucket = openBucket(s3)
  const upload = async (file: OutgoingFile): Promise<void> => {
    if (!file.stream)
      throw new Error(`The upload ${nameOf(file)} came without its content.`)
    await bucket.write(keyOf(nameOf(file)), await gather(file.stream), file.mime)
    file.url = `/uploads/${nameOf(file)}`
  }
  const plugin: { provider?: object } & Core.Plugin = strapi.plugin('upload')
  const provider: Provider = {
    uploadStream: upload,
    async replaceStream(file, before) {
      await upload(file)
      if (nameOf(before) !== nameOf(file))
        await bucket.remove(keyOf(nameOf(before)))
    },
    delete: async file => bucket.remove(keyOf(nameOf(file))),
  }
  // the limit of size and the rest stay as they are
  plugin.provider = Object.assign(Object.create(plugin.provider ?? null), provider)
  bucket.check().then(
    () => strapi.log.info(`Uploads are stored in ${s3.url}.`),
    (error: unknown) => strapi.log.error(`Uploads cannot be stored or shown: S3_URL ${s3.url} does not answer as a bucket should (${error instanceof Error ? error.message : String(error)}).`),
  )
}

import type { Readable } from 'node:stream'
import type { Bucket } from './bucket'
import { keyOf } from './bucket-store'
import { imageTypeOf } from './image-type'

export interface UploadAnswer {
  status: number
  headers: Record<string, string>
  body: Readable | null
}

/**
 * Answers for an upload in a bucket.
 * @param bucket where it lies
 * @param name the file's name as it stands in the address
 * @param known the entity tags that the asker has, as a header says them; '' for none
 * @param onFault told why the bucket gave no answer
 * @returns null where the bucket has no such upload; 503 while it does not answer
 */
export async function answerUpload(bucket: Bucket, name: string, known: string, onFault: (error: unknown) => void): Promise<UploadAnswer | null> {
  const type = imageTypeOf(name)
  if (type === null)
    return null
  const object = await bucket.read(keyOf(name)).catch((error: unknown) => {
    onFault(error)
    return 'silent' as const
  })
  if (object === 'silent')
    return { status: 503, headers: { 'Retry-After': '5', 'Cache-Control': 'no-store' }, body: null }
  if (object === null)
    return null
  const headers = {
    'ETag': object.etag,
    // an editor may replace a file under the same name
    'Cache-Control': 'public, max-age=0',
    ...(object.lastModified !== null && { 'Last-Modified': object.lastModified }),
  }
  if (known.split(',').some(tag => tag.trim().replace(/^W\//, '') === object.etag)) {
    object.body.destroy()
    return { status: 304, headers, body: null }
  }
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': type,
      'X-Content-Type-Options': 'nosniff',
      ...(object.size !== null && { 'Content-Length': String(object.size) }),
    },
    body: object.body,
  }
}

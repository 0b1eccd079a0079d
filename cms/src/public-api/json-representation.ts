import type { Representation } from './resource'
import { strongEtag } from './etag'

/** An answer that is put together for the request; its entity tag is that of its bytes. */
export function jsonRepresentation(value: object, rest: Pick<Representation, 'cacheTags' | 'language' | 'links' | 'varies'>): Representation {
  return bytesRepresentation(Buffer.from(JSON.stringify(value)), rest)
}

export function bytesRepresentation(body: Buffer, rest: Pick<Representation, 'cacheTags' | 'language' | 'links' | 'varies'>): Representation {
  const etag = strongEtag(body)
  return { kind: 'representation', ...rest, readEtag: async () => etag, load: async () => ({ body, etag }) }
}

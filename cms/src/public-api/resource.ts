import type { ChangeStream } from '../changes/change-stream'
import type { Intake } from '../dialogue/submit/intake'
import type { StreamBody } from './message'
import type { ListMarks } from './read/list-marks'
import type { ReadDatabase } from './read/read-database'

/** What every resource is given. */
export interface ApiContext {
  database: ReadDatabase
  marks: ListMarks
  /** Public base addresses without a trailing slash. */
  cmsUrl: string
  siteUrl: string
  /** Counts months of the moderation ledger ('' for the whole site), so that they can be read. */
  keepMonths: (organisationId: string, months: readonly string[]) => Promise<void>
}

export interface ResourceRequest {
  /** The decoded values of the pattern's `:names`, in their order. */
  params: string[]
  /** As it was sent, without the question mark. */
  query: string
  /** The path as it was sent. */
  path: string
  /** Whether the answer may be that nothing has changed; then no bytes are read before that is known. */
  isConditional: boolean
}

/** What a resource holds at the moment, told without its bytes, so that an unchanged one is answered before they are read. */
export interface Representation {
  kind: 'representation'
  /** The strong entity tag, quotes included; asked only where the request has something to compare it with. */
  readEtag: () => Promise<string>
  cacheTags: string
  /** The request headers that choose between representations. */
  varies?: string
  /** Of the one document that is answered; absent for lists. */
  language?: string
  /** Addresses for the `Link` header, by relation. */
  links?: Record<string, string | null>
  /** The bytes, with the entity tag of just these bytes. */
  load: () => Promise<{ body: Buffer, etag: string }>
}

/** The resource has another address now. */
export interface Moved {
  kind: 'moved'
  location: string
  cacheTags: string
}

/** What a resource that goes on and on is given. */
export interface StreamContext {
  changes: ChangeStream
}

export interface StreamRequest extends ResourceRequest {
  /** By lower-case name. */
  headers: { readonly [name: string]: string | string[] | undefined }
  /** Where it comes from; see `client-address.ts`. */
  client: string
}

/** What every resource that takes something is given. */
export interface WriteContext extends ApiContext {
  intake: Intake
}

export interface WriteRequest extends ResourceRequest {
  /** By lower-case name. */
  headers: { readonly [name: string]: string | string[] | undefined }
  /** The JSON object that was sent in. */
  body: Record<string, unknown>
  /** Where it comes from; see `client-address.ts`. */
  client: string
}

/** What a resource did with what was sent in. */
export interface Written {
  /** 202: kept, and looked at later. */
  status: 200 | 202
  body: object
}

/** A resource can be read, or takes something with POST, or both. */
export interface Resource {
  /** Segments below `/api/v1`; one that begins with a colon takes any value. */
  pattern: string
  /** @throws PublicProblem where there is nothing to answer */
  answer?: (context: ApiContext, request: ResourceRequest) => Promise<Representation | Moved>
  /**
   * For a GET that accepts `text/event-stream`.
   * @throws PublicProblem where nobody can be served
   */
  stream?: (context: StreamContext, request: StreamRequest) => Promise<StreamBody>
  /** @throws PublicProblem or IntakeRefusal where it is not taken */
  write?: (context: WriteContext, request: WriteRequest) => Promise<Written>
}

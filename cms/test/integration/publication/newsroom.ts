import type { Article, Organisation, Person, Topic } from '@klartext/contract'
import type { FreshCms } from '../../harness/fresh-cms'
import { articleSchema, articleSummarySchema, organisationSchema, personSchema, topicSchema } from '@klartext/contract'
import * as v from 'valibot'

export const uids = {
  article: 'api::article.article',
  person: 'api::person.person',
  organisation: 'api::organisation.organisation',
  topic: 'api::topic.topic',
  comment: 'api::comment.comment',
} as const

export type Type = keyof typeof uids

const schemas = {
  article: v.strictObject(articleSchema.entries),
  person: v.strictObject(personSchema.entries),
  organisation: v.strictObject(organisationSchema.entries),
  topic: v.strictObject(topicSchema.entries),
}

interface Answers { article: Article, person: Person, organisation: Organisation, topic: Topic }

export interface LogEntry {
  seq: number
  subject_type: Type
  document_id: string
  language: string
  slug: string | null
  action: string
  version: number | null
  change_kind: string | null
  change_note: string | null
  at: string
  actor: string
  first_published_at: string | null
  public_updated_at: string | null
  tags: string
  snapshot: string | null
  digest: string
  chain: string
}

const identity = v.object({ documentId: v.string() })
const bytes = v.pipe(v.object({ type: v.literal('Buffer'), data: v.array(v.number()) }), v.transform(value => Buffer.from(value.data).toString()))

/** What tests do with a booted CMS: write in it as Strapi's users do, and read what became public. */
export function createNewsroom(cms: FreshCms) {
  const call = (type: Type, method: string, params: object) => cms.run('documents', { uid: uids[type], method, params })
  const sql = async <Row>(statement: string, bindings: unknown[] = []): Promise<Row[]> => await cms.run('sql', { sql: statement, bindings }) as Row[]
  const idOf = (value: unknown): string => v.parse(identity, value).documentId

  return {
    call,
    sql,
    /** Saves a draft → documentId. */
    draft: async (type: Type, data: object, rest: object = {}) => idOf(await call(type, 'create', { data, ...rest })),
    /** Creates and publishes → documentId. */
    create: async (type: Type, data: object, rest: object = {}) => idOf(await call(type, 'create', { data, status: 'published', ...rest })),
    update: (type: Type, documentId: string, data: object, rest: object = {}) => call(type, 'update', { documentId, data, status: 'published', ...rest }),
    save: (type: Type, documentId: string, data: object, rest: object = {}) => call(type, 'update', { documentId, data, ...rest }),
    publish: (type: Type, documentId: string, rest: object = {}) => call(type, 'publish', { documentId, ...rest }),
    unpublish: (type: Type, documentId: string, rest: object = {}) => call(type, 'unpublish', { documentId, ...rest }),
    remove: (type: Type, documentId: string, rest: object = {}) => call(type, 'delete', { documentId, ...rest }),

    /** The log, oldest first, from the row after `after`. */
    async log(after = 0): Promise<LogEntry[]> {
      const rows = await sql<LogEntry>('select * from publication_log where seq > ? order by seq', [after])
      return rows.map(row => ({ ...row, seq: Number(row.seq) }))
    },
    async lastSeq(): Promise<number> {
      const [row] = await sql<{ seq: number | string | null }>('select max(seq) as seq from publication_log')
      return Number(row?.seq ?? 0)
    },
    /** What the API answers for a document, checked against the contract with no key beyond it; null when it is not public. */
    async answer<T extends keyof Answers>(type: T, documentId: string, language = 'sv'): Promise<Answers[T] | null> {
      const [row] = await sql<{ json: unknown }>('select json from public_document where subject_type = ? and document_id = ? and language = ?', [type, documentId, language])
      return row ? v.parse(schemas[type], JSON.parse(v.parse(bytes, row.json))) as Answers[T] : null
    },
    /** As {@link answer}, of a document that must be public. */
    async shown<T extends keyof Answers>(type: T, documentId: string, language = 'sv'): Promise<Answers[T]> {
      const answer = await this.answer(type, documentId, language)
      if (!answer)
        throw new Error(`${type} ${documentId} (${language}) is not public`)
      return answer
    },
    async summary(documentId: string, language = 'sv') {
      const [row] = await sql<{ summary: unknown }>('select summary from public_document where subject_type = \'article\' and document_id = ? and language = ?', [documentId, language])
      return v.parse(v.strictObject(articleSummarySchema.entries), JSON.parse(v.parse(bytes, row?.summary)))
    },
    /** Every table of the read model, row by row, for comparing. */
    async readModel() {
      const tables = {
        public_document: 'subject_type, document_id, language',
        public_listing: 'list_key, document_id, language',
        public_total: 'list_key',
        public_reference: 'subject_type, document_id, language, target_type, target_id',
        public_comment: 'article_id, path',
        slug_redirect: 'subject_type, language, slug',
      }
      const dump: Record<string, unknown[]> = {}
      for (const [table, order] of Object.entries(tables))
        dump[table] = await sql(`select * from ${table} order by ${order}`)
      return dump
    },
  }
}

export type Newsroom = ReturnType<typeof createNewsroom>

export const text = (value: string) => [{ type: 'paragraph', children: [{ type: 'text', text: value }] }]

/** A body of one text part. */
export const body = (value = 'En text.') => [{ __component: 'body.text', text: text(value) }]

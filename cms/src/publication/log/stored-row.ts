import type { LogRow } from './log-row'
import { changeActions, changeKinds, subjectTypes } from '@klartext/contract'
import * as v from 'valibot'

/** A whole number; PostgreSQL gives 64-bit ones as text. */
export const storedNumber = v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]), v.safeInteger())

/** A truth value of a table of ours; SQLite gives 0 and 1. */
export const storedFlag = v.pipe(v.union([v.boolean(), v.number()]), v.transform(value => Boolean(value)))

const text = v.nullable(v.string())

const storedRowSchema = v.pipe(
  v.object({
    seq: storedNumber,
    subject_type: v.picklist(subjectTypes),
    document_id: v.string(),
    language: v.string(),
    slug: text,
    action: v.picklist(changeActions),
    version: v.nullable(storedNumber),
    change_kind: v.nullable(v.picklist(changeKinds)),
    change_note: text,
    at: v.string(),
    actor: v.string(),
    first_published_at: text,
    public_updated_at: text,
    tags: v.string(),
    snapshot: text,
    digest: v.string(),
    chain: v.string(),
  }),
  v.transform((row): LogRow => ({
    seq: row.seq,
    subjectType: row.subject_type,
    documentId: row.document_id,
    language: row.language,
    slug: row.slug,
    action: row.action,
    version: row.version,
    changeKind: row.change_kind,
    changeNote: row.change_note,
    at: row.at,
    actor: row.actor,
    firstPublishedAt: row.first_published_at,
    publicUpdatedAt: row.public_updated_at,
    tags: row.tags,
    snapshot: row.snapshot,
    digest: row.digest,
    chain: row.chain,
  })),
)

/**
 * Reads a row of `publication_log` as either driver gives it.
 * @throws ValiError that names the column which does not hold what the table says
 */
export const parseLogRow = (row: unknown): LogRow => v.parse(storedRowSchema, row)

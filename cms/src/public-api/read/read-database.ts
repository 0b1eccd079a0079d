/** A connection that can only read; one SQL text with `?` places serves both engines. */
export interface ReadDatabase {
  /** @throws DatabaseUnavailable where the database cannot be asked */
  all: (sql: string, bindings: readonly Binding[]) => Promise<Row[]>
  first: (sql: string, bindings: readonly Binding[]) => Promise<Row | null>
  close: () => Promise<void>
}

/** The database cannot be asked just now; the same question may be answered in a moment. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

export type Binding = string | number

/** One row as the driver gave it, read field by field with {@link textOf} and its like. */
export type Row = Readonly<Record<string, unknown>>

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** @throws Error when the column holds no text: a fault of ours, not of the request. */
export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string')
    throw new TypeError(`column ${column} holds ${typeof value} instead of text`)
  return value
}

/** @throws Error when the column holds neither text nor null. */
export const textOrNullOf = (row: Row, column: string): string | null => row[column] === null ? null : textOf(row, column)

/** @throws Error when the column holds no bytes. */
export function bytesOf(row: Row, column: string): Buffer {
  const value = row[column]
  if (!Buffer.isBuffer(value))
    throw new TypeError(`column ${column} holds ${typeof value} instead of bytes`)
  return value
}

/**
 * A whole number; PostgreSQL gives 64-bit integers as text.
 * @throws Error when the column holds no safe whole number.
 */
export function integerOf(row: Row, column: string): number {
  const value = row[column]
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw new TypeError(`column ${column} holds ${String(value)} instead of a whole number`)
  return number
}

/** @throws Error when the column holds neither a whole number nor null. */
export const integerOrNullOf = (row: Row, column: string): number | null => row[column] === null ? null : integerOf(row, column)

import type { ColumnKind } from './columns'
import { Buffer } from 'node:buffer'

/** A value as a backup writes it. */
export type BackupValue = string | number | boolean | null | object

/**
 * What a driver gave, as a backup writes it: instants as ISO 8601 in UTC, bytes in base64, JSON as itself.
 * @throws Error where the value is not of the column's kind
 */
export function toBackup(kind: ColumnKind, value: unknown): BackupValue {
  if (value === null || value === undefined)
    return null
  switch (kind) {
    case 'integer':
    case 'number':
      return finite(Number(value))
    case 'boolean':
      return value === true || value === 1
    case 'instant':
      return instantOf(value)
    case 'json': {
      const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value
      return parsed as BackupValue
    }
    case 'bytes':
      return Buffer.isBuffer(value) ? value.toString('base64') : String(value).replace(/\s/g, '')
    default:
      return String(value)
  }
}

/** SQLite holds milliseconds, or text of its own clock in UTC. */
function instantOf(value: unknown): string {
  if (value instanceof Date || typeof value === 'number')
    return new Date(value).toISOString()
  const text = String(value)
  return new Date(/Z|[+-]\d\d(?::?\d\d)?$/i.test(text.slice(10)) ? text : `${text.replace(' ', 'T')}Z`).toISOString()
}

function finite(number: number): number {
  if (!Number.isFinite(number))
    throw new Error('A number in the database is none.')
  return number
}

/**
 * A backup's value as the engine's driver takes it. Strapi's columns of instants bear no zone on PostgreSQL: they are read and written
 * by the driver, as Strapi does, whatever zone the machine is in.
 */
export function fromBackup(kind: ColumnKind, value: unknown, isPostgres: boolean): string | number | boolean | Buffer | Date | null {
  if (value === null || value === undefined)
    return null
  switch (kind) {
    case 'json':
      return JSON.stringify(value)
    case 'bytes':
      return Buffer.from(String(value), 'base64')
    case 'boolean':
      return isPostgres ? value === true : Number(value === true)
    case 'instant':
      return isPostgres ? new Date(String(value)) : new Date(String(value)).getTime()
    case 'integer':
    case 'number':
      return Number(value)
    default:
      return String(value)
  }
}

import type { Tables } from './columns'
import * as v from 'valibot'
import { hexMacOf } from '../dialogue/vault/keys'
import { columnKinds } from './columns'

/** The first entry of a backup, and the last. */
export const manifestName = 'manifest.json'
export const contentsName = 'contents.json'

export const manifestSchema = v.object({
  /** Raise it when an older Klartext could not read what a newer one writes. */
  format: v.literal(1),
  /** The version of Klartext that made it. */
  klartext: v.string(),
  madeAt: v.string(),
  /** Tells whether addresses can be read under the COMMENT_KEY of the machine that it is restored on. */
  commentKeyCheck: v.string(),
  tables: v.record(v.string(), v.record(v.string(), v.picklist(columnKinds))),
})

export type Manifest = v.InferOutput<typeof manifestSchema>

export const contentsSchema = v.object({
  /** SHA-256 of every entry before this one. */
  entries: v.record(v.string(), v.string()),
  rows: v.record(v.string(), v.number()),
  uploads: v.number(),
})

export type Contents = v.InferOutput<typeof contentsSchema>

/** Of one COMMENT_KEY the same each time; tells nothing about it. */
export const commentKeyCheck = (): string => hexMacOf('backup-check', 'klartext').slice(0, 16)

/** Where two schemas differ, as one sentence names it; null where they are the same. */
export function schemaDifference(backup: Tables, here: Tables): string | null {
  for (const [[from, fromName], [to, toName]] of [[[backup, 'the backup'], [here, 'this Klartext']], [[here, 'this Klartext'], [backup, 'the backup']]] as const) {
    for (const [table, columns] of Object.entries(from)) {
      if (!to[table])
        return `the table ${table} is in ${fromName} and not in ${toName}`
      for (const [column, kind] of Object.entries(columns)) {
        if (to[table][column] !== kind)
          return `the column ${table}.${column} of ${fromName} is not the same in ${toName}`
      }
    }
  }
  return null
}

import type { Knex } from 'knex'
import type { FigureSnapshot, Snapshot } from '../snapshot/schemas'
import * as v from 'valibot'
import { formatsSchema } from '../entries/media'
import { sourcesOf } from '../snapshot/figure'
import { withFigures } from '../snapshot/with-figures'
import { batches } from './document-key'

const jsonText = v.pipe(v.string(), v.parseJson())
const rowsSchema = v.array(v.object({
  hash: v.string(),
  ext: v.nullable(v.string()),
  // raw rows hold JSON as text on SQLite, and on PostgreSQL as the driver likes
  formats: v.pipe(v.union([jsonText, v.unknown()]), formatsSchema),
}))

/**
 * Snapshots with the sizes that their pictures have in the media library now. Sizes belong to the file and not to the version: a
 * picture that gets its sizes after it was published is shown in them, and no version tells of it. Of a file that is not there
 * the snapshot's own are kept.
 */
export async function withKnownSizes<S extends Snapshot>(trx: Knex, snapshots: readonly S[]): Promise<S[]> {
  const names = new Set<string>()
  for (const snapshot of snapshots)
    withFigures(snapshot, figure => remember(figure, names))
  const sources = new Map<string, FigureSnapshot['sources']>()
  for (const batch of batches([...names])) {
    const rows: unknown = await trx('files').select('hash', 'ext', 'formats').whereIn('hash', batch.map(hashOf))
    for (const { hash, ext, formats } of v.parse(rowsSchema, rows))
      sources.set(`${hash}${ext ?? ''}`, sourcesOf(formats))
  }
  return sources.size === 0
    ? [...snapshots]
    : snapshots.map(snapshot => withFigures(snapshot, figure => ({ ...figure, sources: sources.get(nameOf(figure) ?? '') ?? figure.sources })))
}

function remember<F extends FigureSnapshot>(figure: F, names: Set<string>): F {
  const name = nameOf(figure)
  if (name !== null)
    names.add(name)
  return figure
}

const nameOf = ({ src }: FigureSnapshot): string | null => src === null ? null : src.slice(src.lastIndexOf('/') + 1)

/** The media library names a file by its hash and its ending. */
const hashOf = (name: string): string => name.replace(/\.[^.]*$/, '')

import type { Publication } from '../publication'
import type { ReferenceTarget } from '../snapshot/references'
import type { Snapshot } from '../snapshot/schemas'
import type { DocumentKey } from './document-key'
import type { PublicState } from './states'
import { targetsOf } from '../snapshot/references'
import { removeListing, writeListing } from './listings'
import { removeReferences, writeReferences } from './references'
import { removeState, writeState } from './states'

/** Puts a public document's row, its lists and its references in place; what is answered for it is still to be projected. */
export async function writeDocument({ trx }: Publication, state: PublicState, snapshot: Snapshot): Promise<void> {
  await writeState(trx, state)
  await writeReferences(trx, state, targetsOf(snapshot))
  await writeListing(trx, state, snapshot, state)
}

/** Takes a document out of everything public; with `isKept` its row stays, for the answer that it is gone. */
export async function removeDocument({ trx }: Publication, key: DocumentKey, isKept = false): Promise<void> {
  await removeListing(trx, key)
  await removeReferences(trx, key)
  if (!isKept)
    await removeState(trx, key)
}

/** The rows of the targets in one language, whose article counts may have changed. */
export const countedRows = (targets: readonly ReferenceTarget[], language: string): DocumentKey[] =>
  targets.map(({ type, id }) => ({ type, id, language }))

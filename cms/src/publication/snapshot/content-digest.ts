import type { Snapshot } from './schemas'
import { canonicalJson, sha256 } from '../log/canonical-json'
import { onlyIds, withReferences } from './references'
import { withFigures } from './with-figures'

/**
 * What decides whether a publication is a new version: SHA-256 of the snapshot's canonical JSON with every person, organisation and
 * topic in it reduced to its identity. Naming somebody else is a change; that somebody got a new name is not. Nor are the sizes in which
 * a picture can be had.
 */
export const contentDigest = (snapshot: Snapshot): string => sha256(canonicalJson(withReferences(withFigures(snapshot, figure => ({ ...figure, sources: [] })), onlyIds)))

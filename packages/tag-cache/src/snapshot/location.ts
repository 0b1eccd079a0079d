import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Where a snapshot lies. Another build may render another page from the same content, so each has a folder of its own. */
export interface SnapshotLocation {
  /** A folder of this process alone; others' files in it stay. */
  folder: string
  /** What differs from build to build: letters, digits, `.`, `_` and `-`. */
  buildId: string
}

const BUILD_ID = /^[\w.-]{1,128}$/
const PREFIX = 'build-'

export const ORDER_FILE = 'order.json'

/**
 * The folder of a build's snapshot.
 *
 * @throws {RangeError} where the build id could name another folder
 */
export function buildFolder({ folder, buildId }: SnapshotLocation): string {
  if (!BUILD_ID.test(buildId))
    throw new RangeError(`A build id is 1 to 128 letters, digits, ".", "_" or "-", not ${JSON.stringify(buildId)}`)
  return join(folder, PREFIX + buildId)
}

export function isBuildFolder(name: string): boolean {
  return name.startsWith(PREFIX)
}

/** The file of a key: keys are addresses, and those can be no file names. */
export function fileOf(key: string): string {
  return `${createHash('sha256').update(key).digest('hex')}.response`
}

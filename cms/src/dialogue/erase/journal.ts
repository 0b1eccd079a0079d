import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Something that was erased for good: a comment by its id, a report by its receipt number, an article by id and language (`abc-sv`). */
export interface Erasure {
  at: string
  kind: 'comment' | 'report' | 'article'
  id: string
}

const line = /^(\d{4}-[\d:.T-]+Z) (comment|report|article) ([\w-]{1,40})$/

/** What tells two erasures apart: an article may be published again, and erased again. */
export const erasureKey = ({ at, kind, id }: Erasure): string => kind === 'article' ? `${id} ${at}` : id

/** The journal of a data folder. It lies outside the database, so that a restored database does not take it back. */
export const journalFile = (dataDir: string): string => path.join(dataDir, 'erasures.log')

/**
 * Adds to the journal, which is on disk when this returns. It holds what was erased and when, and nothing of whose it was.
 * @param dataDir whose journal
 * @param erasures in their order
 */
export function appendErasures(dataDir: string, erasures: readonly Erasure[]): void {
  if (erasures.length === 0)
    return
  const file = openSync(journalFile(dataDir), 'a+', 0o600)
  try {
    dropBrokenLine(file)
    writeFileSync(file, erasures.map(({ at, kind, id }) => `${at} ${kind} ${id}\n`).join(''))
    fsyncSync(file)
  }
  finally {
    closeSync(file)
  }
}

/** A last line that broke off would run into the next one, and be read by nobody; what it was to say is told by the database. */
function dropBrokenLine(file: number): void {
  const content = readFileSync(file)
  const whole = content.lastIndexOf('\n') + 1
  if (whole < content.length)
    ftruncateSync(file, whole)
}

/**
 * Reads a journal; one that is not there is empty. A last line that broke off (a power cut) is passed over.
 * @throws Error that names the file and the line which is no erasure
 */
export function readErasures(file: string): Erasure[] {
  // what stands behind the last line feed was not written to its end
  return contentOf(file).split('\n').slice(0, -1).map((text, index) => {
    const [, at, kind, id] = line.exec(text) ?? []
    if (at === undefined || (kind !== 'comment' && kind !== 'report' && kind !== 'article') || id === undefined)
      throw new Error(`Line ${index + 1} of ${file} is no erasure: it should read like "2026-05-04T10:00:00.000Z comment abc123".`)
    return { at, kind, id }
  })
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  }
  catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return ''
    throw error
  }
}

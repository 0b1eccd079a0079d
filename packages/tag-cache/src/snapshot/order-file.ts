/** A response's file and how much it was read; the list goes from the one used longest ago to the last used one. */
export interface Place {
  file: string
  heat: number
}

export function writeOrder(places: Place[]): string {
  return JSON.stringify({ places })
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null
    && 'file' in value && typeof value.file === 'string' && /^[0-9a-f]{64}\.response$/.test(value.file)
    && 'heat' in value && typeof value.heat === 'number' && value.heat >= 0
}

/**
 * Reads what `writeOrder` wrote.
 *
 * @throws {SyntaxError} where the file is damaged
 */
export function readOrder(text: string): Place[] {
  const read: unknown = JSON.parse(text)
  if (typeof read !== 'object' || read === null || !('places' in read) || !Array.isArray(read.places) || !read.places.every(isPlace))
    throw new SyntaxError('it is no list of responses')
  return read.places
}

/** The image types that the site hands on, by the end of the file name. */
const mediaTypes = new Map(Object.entries({
  avif: 'image/avif',
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
}))

const namePattern = /^\w[\w-]*(?:\.[\w-]+)*\.(?<ending>[a-z]+)$/

/**
 * The media type of an uploaded image.
 * @param name a file name, as it stands in an address
 * @returns null for a name that is not a plain file name of an image
 */
export function imageTypeOf(name: string): string | null {
  const ending = namePattern.exec(name)?.groups?.ending
  return ending === undefined || name.length > 200 ? null : mediaTypes.get(ending) ?? null
}

const types = new Map(Object.entries({ avif: 'image/avif', webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' }))

/** The media type of an upload by the ending of its name; null for a name that no upload has. */
export function imageTypeOf(name: string): string | null {
  const ending = /^\w[\w-]*(?:\.[\w-]+)*\.(?<ending>[a-z]+)$/.exec(name)?.groups?.ending
  return ending === undefined ? null : types.get(ending) ?? null
}

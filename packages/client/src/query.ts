/** A query as it is asked: a key that is undefined is left out. */
export type Query = Record<string, string | number | undefined>

/** A query of the contract, each key of which may be left out. */
export type Asking<ContractQuery> = { [Key in keyof ContractQuery]?: ContractQuery[Key] | undefined }

/**
 * Writes a query as it stands in an address, `?` included; empty when nothing is asked. Keys are sorted, so that one
 * question has one address for every cache on the way.
 */
export function toQueryString(query: Query): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined)
      parameters.set(key, String(value))
  }
  parameters.sort()
  const written = parameters.toString()
  return written === '' ? '' : `?${written}`
}

/** The query with the language of the client where it states none. */
export function inLanguage<Asked extends { language?: string | undefined }>(query: Asked, language: string | undefined): Asked & { language: string | undefined } {
  return { ...query, language: query.language ?? language }
}

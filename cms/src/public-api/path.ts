import { PublicProblem } from './problem'

/** Where the public API lives on the CMS. */
export const apiBase = '/api/v1'

/**
 * Whether a request target belongs to the public API, however oddly it is spelt: nothing that looks like `/api/v1`
 * may fall through to Strapi's own router, which folds case.
 * @param path as it was sent, percent-encoded
 */
export function isPublicApiPath(path: string): boolean {
  if (path.startsWith(`${apiBase}/`))
    return true
  const plain = path
    .replace(/%[0-9a-f]{2}/gi, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .replace(/[/\\]+/g, '/')
    .toLowerCase()
  return plain === apiBase || plain.startsWith(`${apiBase}/`)
}

/**
 * The decoded segments below `/api/v1`, or null for a path that is not exactly of that form (other case, doubled or
 * trailing slashes).
 * @throws PublicProblem 400 when a segment is not percent-encoded UTF-8
 */
export function segmentsOf(path: string): string[] | null {
  if (!path.startsWith(`${apiBase}/`))
    return null
  const segments = path.slice(apiBase.length + 1).split('/').map(decodeSegment)
  return segments.every(segment => segment !== '') ? segments : null
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  }
  catch (error) {
    if (error instanceof URIError)
      throw new PublicProblem(400, 'bad-path', 'The path is not percent-encoded UTF-8; encode it with encodeURIComponent.')
    throw error
  }
}

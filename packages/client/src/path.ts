/**
 * One segment of a path, encoded.
 * @throws {RangeError} for an empty segment and for `.` and `..`, which would make it the path of something else
 */
export function toPathSegment(value: string | number): string {
  const segment = encodeURIComponent(value)
  if (segment === '' || segment === '.' || segment === '..')
    throw new RangeError(`"${value}" cannot stand in the path of an address`)
  return segment
}

/**
 * The root of the API on a CMS.
 * @param baseUrl the address of the CMS
 * @throws {TypeError} when that is no absolute http(s) address
 */
export function toApiRoot(baseUrl: string): string {
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    throw new TypeError(`baseUrl must be an http or https address such as https://cms.example.org, but is "${baseUrl}"`)
  return `${baseUrl.replace(/\/+$/, '')}/api/v1`
}

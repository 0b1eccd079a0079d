const addressKeys = new Set(['url', 'src'])

/**
 * Turns absolute addresses on this site into paths, in what the CMS answered: in `url` and `src`, and in the
 * attributes of every `…Html`. So a page never asks another host, whatever name it was reached by.
 * @param value an answer of the API; not changed
 * @param siteUrl this site's base, without a slash at the end
 */
export function toSitePaths<Value>(value: Value, siteUrl: string): Value {
  const copy = structuredClone(value)
  rewrite(copy, siteUrl)
  return copy
}

function rewrite(node: unknown, siteUrl: string): void {
  if (Array.isArray(node)) {
    for (const item of node)
      rewrite(item, siteUrl)
  }
  else if (isRecord(node)) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'string')
        rewrite(value, siteUrl)
      else if (addressKeys.has(key))
        node[key] = toPath(value, siteUrl)
      else if (key.endsWith('Html'))
        node[key] = value.replaceAll(/(?<=\s(?:href|src)=")[^"]*/g, address => toPath(address, siteUrl))
    }
  }
}

function toPath(address: string, siteUrl: string): string {
  if (address === siteUrl)
    return '/'
  return address.startsWith(`${siteUrl}/`) ? address.slice(siteUrl.length) : address
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

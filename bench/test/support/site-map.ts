import { rawAnswer } from '../../src/load/raw-answer.mjs'

export interface SiteMap {
  /** Pages that are the same for every reader. */
  pages: string[]
  /** Pictures, and what the pages need beside them. */
  files: string[]
}

/** Follows the links of a site from its start page; forms and previews, which are one reader's own, are left out. */
export async function mapSite(siteUrl: string): Promise<SiteMap> {
  const pages = new Set<string>()
  const files = new Set<string>()
  const waiting = ['/']
  const seen = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { status, headers, body } = await rawAnswer(siteUrl + path)
    if (status !== 200 || headers['x-cache'] === 'pass')
      continue
    const isPage = headers['content-type']?.startsWith('text/html') === true
    ;(isPage ? pages : files).add(path)
    const found = isPage ? linksOf(body.toString('utf8')) : []
    for (const next of found.filter(link => !seen.has(link))) {
      seen.add(next)
      waiting.push(next)
    }
  }
  return { pages: [...pages], files: [...files] }
}

/** The paths that a page leads to or loads from its own host. */
function linksOf(html: string): string[] {
  const attributes = [...html.matchAll(/\s(?:href|src|srcset)="([^"]+)"/g)].flatMap(([, value = '']) => value.split(/,\s+/).map(part => part.trim().split(/\s/)[0] ?? ''))
  return attributes.filter(link => /^\/(?!\/)/.test(link)).map(link => link.replace(/#.*$/, '').replaceAll('&amp;', '&'))
}

/** A page of the site as a reader gets it. */
export interface CrawledPage {
  path: string
  status: number
  html: string
}

/**
 * Every page of a site that links lead to from the given paths, fragments and query variants of paging left out.
 * @returns pages in the order they were found
 * @throws Error when there are more than `most` of them
 */
export async function crawl(siteUrl: string, from: string[], most = 400): Promise<CrawledPage[]> {
  const found = new Set(from)
  const pages: CrawledPage[] = []
  for (const path of found) {
    const answer = await fetch(siteUrl + path, { redirect: 'manual' })
    const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
    if (html)
      pages.push({ path, status: answer.status, html })
    for (const [, address = ''] of html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)) {
      const url = new URL(address.replaceAll('&amp;', '&'), siteUrl + path)
      if (url.origin === siteUrl && !url.pathname.startsWith('/media/'))
        found.add(url.pathname + url.search)
    }
    if (found.size > most)
      throw new Error(`More than ${most} pages are linked from ${from.join(', ')}.`)
  }
  return pages
}

/** Links within the site; the place on a page is left out. */
const LINK = / href="(\/[^"#]*)(?:#[^"]*)?"/g

/**
 * Reads a site as one who follows every link: each of its pages is drawn, as on a site that has run for a day.
 *
 * @param {string} siteUrl
 * @param {object} [options]
 * @param {number} [options.most] pages
 * @returns {Promise<number>} how many pages were read
 * @throws {Error} when the first page cannot be had, or the site fails at another
 */
export async function readSite(siteUrl, { most = 500 } = {}) {
  const found = new Set(['/'])
  let read = 0
  for (const path of found) {
    if (read === most)
      break
    const answer = await fetch(siteUrl + path, { redirect: 'manual' })
    if (answer.status >= 500 || (path === '/' && !answer.ok))
      throw new Error(`${siteUrl}${path} answers ${answer.status}.`)
    const isPage = answer.ok && answer.headers.get('content-type')?.startsWith('text/html') === true
    const text = await answer.text()
    if (!isPage)
      continue
    read++
    for (const [, link = '/'] of text.matchAll(LINK))
      found.add(link.replaceAll('&amp;', '&'))
  }
  return read
}

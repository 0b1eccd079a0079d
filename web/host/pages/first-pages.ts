import type { StoredResponse, TagCache } from '@klartext/tag-cache'
import { languages } from '../../shared/languages'
import { pagePath } from '../../shared/paths'
import { readAddress } from './address'

/**
 * Draws the pages that are read first, one after the other: the start page of each language, and outward along the links. Who comes
 * first then finds finished pages, and the server has run everything that a page takes, so that a change is seen as fast as later on.
 * Ends at the first page that cannot be drawn: most likely the CMS is away again, and each further page would wait for it.
 * @param cache where the pages are kept
 * @param most how many pages are drawn
 * @param signal ends it
 */
export async function drawFirstPages(cache: Pick<TagCache, 'refresh' | 'peek'>, most: number, signal: AbortSignal): Promise<void> {
  const keys = new Set<string>(languages.map(language => pagePath('start', language)))
  let left = most
  // a set is walked in the order in which it grows: what a page links to comes after what waits already
  for (const key of keys) {
    if (left === 0 || signal.aborted || !await cache.refresh(key))
      return
    left -= 1
    linkedPages(cache.peek(key)).forEach(linked => keys.add(linked))
  }
}

/** The keys of the pages that a page links to, those of one reader alone left out. */
function linkedPages(page: StoredResponse | undefined): string[] {
  const links = page?.identity.body.toString('utf8').matchAll(/ href="(\/[^"#]*)/g) ?? []
  return [...links].flatMap(([, link = '']) => {
    const address = readAddress(link.replaceAll('&amp;', '&'))
    return address.kind === 'page' ? [address.key] : []
  })
}

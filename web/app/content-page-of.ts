import type { ContentPage } from '#shared/paths'
import { contentPages } from '#shared/paths'

/**
 * The content page that a route stands for.
 * @param page the route's `meta.page`
 * @throws Error for a route that is no content page: a mistake in the route table
 */
export function contentPageOf(page: unknown): ContentPage {
  const found = contentPages.find(name => name === page)
  if (!found)
    throw new Error(`No content page is called ${String(page)}`)
  return found
}

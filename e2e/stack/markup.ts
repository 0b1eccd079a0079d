import type { Page } from '@playwright/test'
import type { CrawledPage } from './crawl'

/**
 * Pages that show together every sort of element there is in any of `pages`: each with its classes, the names of its attributes and the
 * element it stands in. What differs between the others is text.
 * @param page a blank page of a browser, to read HTML with
 * @returns few of them, those with the most to show first
 */
export async function pagesWithAllMarkup(page: Page, pages: CrawledPage[]): Promise<CrawledPage[]> {
  const sorts = new Map<CrawledPage, Set<string>>()
  for (const crawled of pages)
    sorts.set(crawled, new Set(await page.evaluate(sortsOfElements, crawled.html)))
  const chosen: CrawledPage[] = []
  for (;;) {
    const [next, more] = [...sorts].reduce<[CrawledPage | null, number]>((most, [crawled, { size }]) => size > most[1] ? [crawled, size] : most, [null, 0])
    if (!next || more === 0)
      return chosen
    chosen.push(next)
    const shown = sorts.get(next) ?? new Set()
    for (const [crawled, left] of sorts)
      sorts.set(crawled, new Set([...left].filter(sort => !shown.has(sort))))
  }
}

/** Runs in the browser. Focal points are positions, not looks. */
function sortsOfElements(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const nameOf = (element: Element | null) => element ? [element.localName, ...[...element.classList].filter(name => !/^f[xy]\d/.test(name)).sort()].join('.') : ''
  return [...body.querySelectorAll('*')].map(element => `${nameOf(element.parentElement)} > ${nameOf(element)} ${element.getAttributeNames().sort().join(' ')}`)
}

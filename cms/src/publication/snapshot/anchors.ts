import { slugOf } from '../text/slug'

/** Gives each heading of one article an anchor that no other heading of it has. */
export type Anchors = (heading: string) => string

const maxLength = 80

/** Anchors for one article: the heading's words, and a number after them where another heading already has them. */
export function createAnchors(): Anchors {
  const given = new Set<string>()
  return (heading) => {
    const words = slugOf(heading).slice(0, maxLength).replace(/-+$/, '') || 'avsnitt'
    let anchor = words
    for (let number = 2; given.has(anchor); number++)
      anchor = `${words}-${number}`
    given.add(anchor)
    return anchor
  }
}

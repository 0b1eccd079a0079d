/** The last item before a page, from where the page is found at once. */
export interface Mark {
  /** The column that orders the list. */
  place: string
  id: string
  language: string
}

/** Below this many items from the beginning, passing over them costs nothing that could be measured. */
export const nearTheBeginning = 100

/** Some hundreds of bytes each. */
const mostMarks = 2_000

/**
 * Where far pages of lists begin, so that whoever reads a list to its end, as crawlers do, does not make the database pass over
 * everything before each page. A mark holds for the state of the log that it was made in: lists change in the transaction that
 * appends to the log, and never otherwise.
 */
export interface ListMarks {
  /** Of the list's page that begins after `offset` items, where the log's last row is `logSeq` as it was then. */
  find: (list: string, offset: number, logSeq: number) => Mark | undefined
  keep: (list: string, offset: number, logSeq: number, mark: Mark) => void
}

/** @param most how many are kept; the one that was asked for longest ago goes first */
export function createListMarks(most = mostMarks): ListMarks {
  const marks = new Map<string, { logSeq: number, mark: Mark }>()
  const nameOf = (list: string, offset: number): string => `${list} ${offset}`
  return {
    find(list, offset, logSeq) {
      const name = nameOf(list, offset)
      const found = marks.get(name)
      if (found?.logSeq !== logSeq)
        return undefined
      marks.delete(name)
      marks.set(name, found)
      return found.mark
    },
    keep(list, offset, logSeq, mark) {
      const name = nameOf(list, offset)
      marks.delete(name)
      marks.set(name, { logSeq, mark })
      const [oldest] = marks.keys()
      if (marks.size > most && oldest !== undefined)
        marks.delete(oldest)
    },
  }
}

import type { Detail, Item, Queue, QueuePage, Totals } from '../data/schemas'
import { useCallback } from 'react'
import { pageSize, useDetailQuery, useQueueQuery, useTotalsQuery } from '../data/endpoints'
import { liveOptions, useRefetchOnFocus } from '../data/live'

export interface Comments {
  totals: Totals | undefined
  page: QueuePage | undefined
  detail: Detail | undefined
  /** The open comment, as new as it is known; undefined while nothing is open or it is fetched. */
  item: Item | undefined
  /** Why the list, or the open comment, could not be fetched. */
  trouble: { list: string | null, comment: string | null }
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium' })

/** What the screen shows, fetched again on an interval and when somebody comes back to it. */
export function useComments(queue: Queue, after: string | null, openId: string | null): Comments {
  const totals = useTotalsQuery(undefined, liveOptions)
  const list = useQueueQuery({ queue, after, limit: pageSize }, liveOptions)
  const single = useDetailQuery(openId ?? '', { ...liveOptions, skip: openId === null })
  const { refetch: refetchTotals } = totals
  const { refetch: refetchList } = list
  const { refetch: refetchSingle } = single
  const refetch = useCallback(() => {
    refetchTotals()
    refetchList()
    if (openId !== null)
      refetchSingle()
  }, [openId, refetchTotals, refetchList, refetchSingle])
  useRefetchOnFocus(refetch)

  const page = list.currentData
  const detail = openId === null ? undefined : single.currentData
  const listed = page?.items.find(({ id }) => id === openId)
  return {
    totals: totals.data,
    page,
    detail,
    item: detail && listed ? (detail.item.revision >= listed.revision ? detail.item : listed) : detail?.item ?? listed,
    trouble: {
      list: list.isError ? troubleInWords('listan', page && list.fulfilledTimeStamp) : null,
      comment: single.isError && openId !== null ? troubleInWords('kommentaren', detail && single.fulfilledTimeStamp) : null,
    },
  }
}

function troubleInWords(what: string, shownSince: number | undefined): string {
  const stale = shownSince === undefined ? '' : ` Du ser läget klockan ${clock.format(shownSince)}.`
  return `Det gick inte att hämta ${what}.${stale} Ett nytt försök görs av sig självt om några sekunder.`
}

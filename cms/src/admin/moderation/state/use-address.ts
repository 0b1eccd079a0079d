import type { Queue } from '../data/schemas'
import { useCallback } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import { queues } from '../data/schemas'

/** Which queue and which comment are open: both stand in the address, so that they can be linked to. */
export function useAddress(): { queue: Queue, openId: string | null, open: (id: string | null) => void } {
  const { '*': name } = useParams()
  const [search, setSearch] = useSearchParams()
  const open = useCallback((id: string | null) => setSearch(id === null ? {} : { comment: id }), [setSearch])
  return { queue: queues.find(queue => queue === name) ?? 'waiting', openId: search.get('comment'), open }
}

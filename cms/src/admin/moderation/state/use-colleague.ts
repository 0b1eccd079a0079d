import type { Item } from '../data/schemas'
import { useCallback, useRef } from 'react'

/**
 * Notices that somebody else has changed the open comment while it was open.
 * @returns whether that has happened, and what takes note of a change of one's own
 */
export function useColleague(item: Item | undefined): [boolean, (changed: Item) => void] {
  const seen = useRef<{ id: string, revision: number } | null>(null)
  if (item && seen.current?.id !== item.id)
    seen.current = { id: item.id, revision: item.revision }
  const takeNote = useCallback((changed: Item) => {
    if (seen.current?.id === changed.id)
      seen.current = { id: changed.id, revision: changed.revision }
  }, [])
  return [item !== undefined && seen.current !== null && item.revision > seen.current.revision, takeNote]
}

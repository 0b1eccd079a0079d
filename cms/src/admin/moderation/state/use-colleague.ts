import type { Item } from '../data/schemas'
import { useCallback, useRef } from 'react'

/**
 * Notices that somebody else has changed the open comment while it was open.
 * @returns whether that has happened, and what takes note of a change of one's own
 */
export function useColleague(item: Item | undefined): [boolean, (changed: Item) => void] {
  const shown = useRef<{ id: string, revision: number } | null>(null)
  const own = useRef(new Map<string, number>())
  if (item && shown.current?.id !== item.id)
    shown.current = { id: item.id, revision: item.revision }
  const takeNote = useCallback(({ id, revision }: Item) => {
    own.current.set(id, revision)
  }, [])
  const known = Math.max(shown.current?.revision ?? 0, (item && own.current.get(item.id)) ?? 0)
  return [item !== undefined && item.revision > known, takeNote]
}

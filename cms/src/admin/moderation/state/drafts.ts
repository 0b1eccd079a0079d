import { useCallback, useState } from 'react'
import * as v from 'valibot'

const draftSchema = v.object({ text: v.string(), choice: v.string() })

/** What has been written in a form and not been sent. `choice` is the rule, or the person who answers. */
export type Draft = v.InferOutput<typeof draftSchema>

const storageKey = (key: string) => `klartext-moderation-draft:${key}`

function stored(key: string): Draft | null {
  const value = sessionStorage.getItem(storageKey(key))
  return value === null ? null : v.parse(draftSchema, JSON.parse(value))
}

/** Forgets what was written, when it has been sent. */
export function forgetDraft(key: string): void {
  sessionStorage.removeItem(storageKey(key))
}

/**
 * What is being written under a key, kept in this tab until it is sent: over other comments, failures, a new sign-in and a reload.
 * @returns the draft, and what changes a part of it
 */
export function useDraft(key: string, initial: Draft): [Draft, (part: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => stored(key) ?? initial)
  const change = useCallback((part: Partial<Draft>) => {
    setDraft((current) => {
      const next = { ...current, ...part }
      sessionStorage.setItem(storageKey(key), JSON.stringify(next))
      return next
    })
  }, [key])
  return [draft, change]
}

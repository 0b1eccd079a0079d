import type { Command, Place } from './commands'
import { useEffect, useRef } from 'react'
import { commandFor } from './commands'

const fields = 'input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=option], [role=menu], [role=dialog], [role=alertdialog]'
const controls = 'button, summary, [role=checkbox], [role=switch]'

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element))
    return 'page'
  if (target.closest(fields))
    return 'field'
  return target.closest(controls) ? 'control' : 'page'
}

/** The comment in the list that has the focus, if any. */
function focusedComment(target: EventTarget | null): string | null {
  return target instanceof Element ? target.closest('[data-comment]')?.getAttribute('data-comment') ?? null : null
}

/** Runs a command when its key is pressed outside fields and dialogs, with the comment in the list that has the focus. */
export function useKeys(isOn: boolean, run: (command: Command, focused: string | null) => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!isOn)
      return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.repeat && event.key !== 'j' && event.key !== 'k'))
        return
      const command = commandFor({ key: event.key, ctrlKey: event.ctrlKey, altKey: event.altKey, metaKey: event.metaKey, place: placeOf(event.target) })
      if (!command)
        return
      event.preventDefault()
      latest.current(command, focusedComment(event.target))
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}

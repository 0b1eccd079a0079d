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

/** Runs a command when its key is pressed outside fields and dialogs. */
export function useKeys(isOn: boolean, run: (command: Command) => void): void {
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
      latest.current(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}

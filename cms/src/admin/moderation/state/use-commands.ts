import type { Dispatch } from 'react'
import type { Item } from '../data/schemas'
import type { Command } from '../keys/commands'
import type { ScreenEvent, ScreenState } from './screen'
import type { useDecisions } from './use-decisions'
import { statusWords } from '../words/queues'
import { bulkChoicesFor, choicesFor, questionAction } from './actions'
import { neighbour } from './screen'

interface CommandParts {
  state: ScreenState
  dispatch: Dispatch<ScreenEvent>
  ids: string[]
  item: Item | undefined
  openId: string | null
  chosen: Item[]
  open: (id: string | null) => void
  decisions: ReturnType<typeof useDecisions>
  onHelp: () => void
}

/** Runs what a key asks for: on all that are chosen where that makes sense, else on the open comment. */
export function commandRunner({ state, dispatch, ids, item, openId, chosen, open, decisions, onHelp }: CommandParts): (command: Command, focused: string | null) => void {
  const tell = (text: string) => dispatch({ type: 'done', notice: { text, details: [], undo: state.notice?.undo ?? null } })

  function step(by: 1 | -1): void {
    const id = neighbour(ids, openId, by)
    if (id !== null)
      return open(id)
    tell(ids.length === 0 ? 'Listan är tom.' : by === 1 ? 'Det här är den sista kommentaren på sidan.' : 'Det här är den första kommentaren på sidan.')
  }

  function take(command: Exclude<Command, 'next' | 'previous' | 'choose' | 'help' | 'question'>): void {
    const isBulk = chosen.length > 0 && command !== 'answer'
    if (!isBulk && !item)
      return tell('Öppna en kommentar först. Tryck j för den första.')
    const choice = (isBulk ? bulkChoicesFor(chosen) : choicesFor(item ?? { status: 'erased' })).find(({ name }) => name === command)
    if (!choice)
      return tell(isBulk ? 'Det går inte att göra med alla de valda.' : `Det går inte att göra med en kommentar som är i läget ”${item ? statusWords[item.status] : ''}”.`)
    if (choice.form)
      return dispatch({ type: 'form-opened', kind: choice.form, on: isBulk ? 'chosen' : 'open' })
    if (choice.action)
      void (isBulk ? decisions.decideMany(choice.action) : decisions.decide(choice.action))
  }

  return (command, focused) => {
    switch (command) {
      case 'next': return step(1)
      case 'previous': return step(-1)
      case 'help': return onHelp()
      case 'choose': {
        const id = focused ?? openId
        return id !== null && ids.includes(id) ? dispatch({ type: 'chosen', id }) : tell('Öppna en kommentar i listan först. Tryck j för den första.')
      }
      case 'question': {
        const mark = item && questionAction(item)
        return mark ? void decisions.decide(mark) : tell('Det går inte att göra med den här kommentaren.')
      }
      // what has just been decided is what one wants back; otherwise the decision on the open comment
      case 'undo': return state.notice?.undo && chosen.length === 0 ? void decisions.undoLast() : take('undo')
      default: return take(command)
    }
  }
}

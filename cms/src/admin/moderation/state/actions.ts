import type { Action } from '../data/endpoints'
import type { Item, Status } from '../data/schemas'
import type { Form } from './screen'

/** What can be decided in which state, in the order of the buttons. A form asks for the rest. */
const choices: { name: ActionName, action: Action | null, form: Form | null, label: string, key: string, from: Status[] }[] = [
  { name: 'approve', action: 'approve', form: null, label: 'Godkänn', key: 'g', from: ['pending', 'declined', 'spam'] },
  { name: 'answer', action: null, form: 'answer', label: 'Svara', key: 's', from: ['pending', 'approved'] },
  { name: 'decline', action: 'decline', form: 'decline', label: 'Avböj', key: 'a', from: ['pending', 'spam'] },
  { name: 'hide', action: 'hide', form: 'hide', label: 'Dölj', key: 'd', from: ['approved'] },
  { name: 'spam', action: 'spam', form: null, label: 'Skräppost', key: 'x', from: ['pending', 'approved', 'declined'] },
  { name: 'undo', action: 'undo', form: null, label: 'Ångra beslutet', key: 'z', from: ['approved', 'declined', 'spam', 'hidden'] },
]

export type ActionName = 'approve' | 'answer' | 'decline' | 'hide' | 'spam' | 'undo'

/** The decisions that a comment in its state allows. */
export const choicesFor = ({ status }: Pick<Item, 'status'>): typeof choices => choices.filter(({ from }) => from.includes(status))

/** The decisions that can be taken on many at once, where each of them allows it. */
export function bulkChoicesFor(items: Pick<Item, 'status'>[]): typeof choices {
  return choices.filter(({ name, from }) => name !== 'answer' && items.length > 0 && items.every(({ status }) => from.includes(status)))
}

/** Makes a question of a comment, or takes the mark away; null for one that the mark means nothing for. */
export function questionAction({ status, isQuestion }: Pick<Item, 'status' | 'isQuestion'>): Action | null {
  if (status !== 'pending' && status !== 'approved')
    return null
  return isQuestion ? 'no-question' : 'question'
}

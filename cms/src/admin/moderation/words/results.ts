import type { Action } from '../data/endpoints'
import type { BulkResult, Item } from '../data/schemas'
import { nameOf } from './queues'

/** What has become of one comment or of several, by what was done. */
const outcomes: Record<Action, { one: string, many: string }> = {
  'approve': { one: 'är godkänd', many: 'är godkända' },
  'decline': { one: 'är avböjd', many: 'är avböjda' },
  'hide': { one: 'är dold', many: 'är dolda' },
  'spam': { one: 'är märkt som skräppost', many: 'är märkta som skräppost' },
  'undo': { one: 'har fått sitt beslut ångrat', many: 'har fått sina beslut ångrade' },
  'question': { one: 'är märkt som fråga', many: 'är märkta som frågor' },
  'no-question': { one: 'är inte längre märkt som fråga', many: 'är inte längre märkta som frågor' },
}

/** Says that a decision has been taken. */
export const decidedInWords = (action: Action, item: Pick<Item, 'name'>): string => `Kommentaren av ${nameOf(item)} ${outcomes[action].one}.`

/** What came of a decision on many: how many were done, and each that was refused with its reason. */
export function bulkInWords(action: Action, { done, refused }: { done: Pick<Item, 'id'>[], refused: BulkResult['refused'] }, known: Pick<Item, 'id' | 'name'>[]): { text: string, details: string[] } {
  const { one, many } = outcomes[action]
  const doneWords = done.length === 0 ? 'Ingen kommentar ändrades.' : done.length === 1 ? `1 kommentar ${one}.` : `${done.length} kommentarer ${many}.`
  const refusedWords = refused.length === 0 ? '' : refused.length === 1 ? ' 1 blev inte ändrad:' : ` ${refused.length} blev inte ändrade:`
  return {
    text: doneWords + refusedWords,
    details: refused.map(({ id, message }) => {
      const item = known.find(candidate => candidate.id === id)
      return item ? `${nameOf(item)}: ${message}` : message
    }),
  }
}

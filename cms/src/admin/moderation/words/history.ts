import type { HistoryEntry } from '../data/schemas'
import { instantInWords } from './ages'
import { ruleInWords } from './rules'

/** What can have happened to a comment, by the events of the ledger. */
const eventWords: Record<string, string> = {
  'received': 'Kom in',
  'approved': 'Godkändes',
  'declined': 'Avböjdes',
  'hidden': 'Doldes',
  'spam': 'Märktes som skräppost',
  'withdrawn': 'Togs tillbaka',
  'erased': 'Raderades',
  'restored': 'Lades tillbaka för granskning',
  'edited': 'Ändrades',
  'question': 'Märktes som fråga',
  'no-question': 'Märktes som inte en fråga',
  'answered': 'Fick svar',
  'reported': 'Anmäldes',
  'report-upheld': 'Anmälan bifölls',
  'report-rejected': 'Anmälan avslogs',
}

const actorWords: Record<string, string> = { sender: 'avsändaren', reader: 'en läsare', system: 'Klartext' }

/** One line of a comment's history: what happened, by which rule, by whom, when. */
export function historyInWords({ event, rule, actor, at }: HistoryEntry): string {
  const what = eventWords[event] ?? event
  const why = rule === null ? '' : ` enligt regeln ”${ruleInWords(rule)}”`
  // nobody but the sender sends a comment in
  const who = event === 'received' ? '' : ` av ${actorWords[actor] ?? actor}`
  return `${what}${why}${who}, ${instantInWords(at)}`
}

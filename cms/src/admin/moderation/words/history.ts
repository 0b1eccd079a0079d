import type { HistoryEntry } from '../data/schemas'
import { instantInWords } from './ages'
import { ruleInWords } from './rules'

/** What can have happened to a comment, by the events of the ledger. */
const eventWords: Record<string, string> = {
  'received': 'Kom in',
  'written': 'Skrevs',
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
  'asked': 'Blev en publik fråga',
  'unasked': 'Är ingen publik fråga längre',
  'answered': 'Fick svar',
  'unanswered': 'Svaret togs bort',
  'reported': 'Anmäldes',
  'report-upheld': 'Anmälan bifölls',
  'report-rejected': 'Anmälan avslogs',
}

/** Events that say nothing of who: nobody but the sender sends a comment in, and the rest follows from another event. */
const withoutActor = ['received', 'asked', 'unasked']

/** Whom the server names by a word of its own, as it reads within a sentence. */
const actorWords: Record<string, string> = { 'Avsändaren': 'avsändaren', 'En läsare': 'en läsare', 'Någon i redaktionen': 'någon i redaktionen' }

/** One line of a comment's history: what happened, by which rule, by whom, when. */
export function historyInWords({ event, rule, actor, at }: HistoryEntry): string {
  const what = eventWords[event] ?? event
  const why = rule === null ? '' : ` enligt regeln ”${ruleInWords(rule)}”`
  const who = withoutActor.includes(event) ? '' : ` av ${actorWords[actor] ?? actor}`
  return `${what}${why}${who}, ${instantInWords(at)}`
}

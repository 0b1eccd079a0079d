import type { Item, Queue, Status } from '../data/schemas'

/** What the queues are called, and what stands in an empty one. */
export const queueWords: Record<Queue, { title: string, empty: string }> = {
  waiting: { title: 'Väntar', empty: 'Ingen kommentar väntar på granskning.' },
  questions: { title: 'Frågor utan svar', empty: 'Alla frågor har fått svar.' },
  reported: { title: 'Anmälda', empty: 'Ingen anmälan väntar på beslut.' },
  approved: { title: 'Godkända', empty: 'Ingen kommentar är godkänd än.' },
  declined: { title: 'Avböjda', empty: 'Ingen kommentar är avböjd.' },
  spam: { title: 'Skräppost', empty: 'Ingen kommentar är märkt som skräppost.' },
  hidden: { title: 'Dolda', empty: 'Ingen kommentar är dold.' },
}

/** What state a comment is in. */
export const statusWords: Record<Status, string> = {
  pending: 'väntar på granskning',
  approved: 'godkänd',
  declined: 'avböjd',
  hidden: 'dold',
  spam: 'skräppost',
  withdrawn: 'tillbakatagen av avsändaren',
  erased: 'raderad på avsändarens begäran',
}

export const nameOf = ({ name }: { name: string | null }): string => name ?? 'Namn saknas'

/** Does a comment still stand in the queue after it has changed? */
export function standsIn(queue: Queue, { status, isQuestion, answeredAt, openReports }: Pick<Item, 'status' | 'isQuestion' | 'answeredAt' | 'openReports'>): boolean {
  switch (queue) {
    case 'waiting': return status === 'pending'
    case 'questions': return status === 'approved' && isQuestion && answeredAt === null
    case 'reported': return openReports > 0
    default: return status === queue
  }
}

import type { CommentRow } from '../../publication/comments/comment-row'

/** The queues that moderators see. */
export const queueNames = ['waiting', 'questions', 'reported', 'approved', 'declined', 'spam', 'hidden'] as const

export type QueueName = (typeof queueNames)[number]

/** Every kept total: the queues, and what senders took back. */
export const totalNames = [...queueNames, 'withdrawn'] as const

export type TotalName = (typeof totalNames)[number]

/** What decides in which queues a comment stands. */
export interface QueueFacts {
  status: CommentRow['moderationStatus']
  isOpenQuestion: boolean
  openReports: number
}

const byStatus: Partial<Record<CommentRow['moderationStatus'], TotalName>> = {
  pending: 'waiting',
  approved: 'approved',
  declined: 'declined',
  spam: 'spam',
  hidden: 'hidden',
  withdrawn: 'withdrawn',
}

/** The totals that a comment counts in. */
export function totalsFor({ status, isOpenQuestion, openReports }: QueueFacts): TotalName[] {
  const own = byStatus[status]
  return [
    ...own ? [own] : [],
    ...isOpenQuestion ? ['questions' as const] : [],
    ...openReports > 0 ? ['reported' as const] : [],
  ]
}

import type { Comment } from '@klartext/contract'

/** How many comments that show their text come along below this one; `replyCount` tells how many there are. */
export function shownBelow({ replies }: Comment): number {
  return replies.reduce((sum, reply) => sum + (reply.tombstone ? 0 : 1) + shownBelow(reply), 0)
}

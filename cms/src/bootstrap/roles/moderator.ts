import type { RoleDefinition } from './grant'
import { contentGrants } from './grant'

/**
 * Decides on readers' comments and reaches nothing else. The reader's own words cannot be changed,
 * and no comment is deleted: one that has been public is hidden and leaves a tombstone.
 */
export const moderator: RoleDefinition = {
  code: 'klartext-moderator',
  name: 'Moderator',
  description: 'Granskar läsarnas kommentarer och ser inget annat.',
  grants: [
    ...contentGrants('api::comment.comment', ['read']),
    ...contentGrants('api::comment.comment', ['update'], { fields: ['moderationStatus', 'hiddenRule', 'isQuestion', 'answeredAt'] }),
  ],
}

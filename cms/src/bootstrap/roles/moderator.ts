import type { RoleDefinition } from './grant'
import { moderateAction } from '../permission-actions'
import { contentGrants } from './grant'

/**
 * Decides on readers' comments, on the moderation screen alone, and reaches nothing else. The reader's own words cannot be changed,
 * and no comment is deleted: one that has been public is hidden and leaves a tombstone.
 */
export const moderator: RoleDefinition = {
  code: 'klartext-moderator',
  name: 'Moderator',
  description: 'Granskar och besvarar läsarnas kommentarer och ser inget annat.',
  grants: [
    ...contentGrants('api::comment.comment', ['read']),
    { action: moderateAction },
  ],
}

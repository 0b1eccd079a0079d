import type { RoleDefinition } from './grant'
import { contentGrants, mediaGrants } from './grant'

/** Writes and previews own drafts; may neither publish nor remove, because both change what the public sees. */
export const author: RoleDefinition = {
  code: 'strapi-author',
  name: 'Författare',
  description: 'Skriver, ändrar och förhandsgranskar egna utkast. En redaktör publicerar dem.',
  grants: [
    ...contentGrants('api::article.article', ['create']),
    ...contentGrants('api::article.article', ['read', 'update'], { ownOnly: true }),
    ...contentGrants('api::person.person', ['read']),
    ...contentGrants('api::organisation.organisation', ['read']),
    ...contentGrants('api::topic.topic', ['read']),
    ...mediaGrants,
    { action: 'plugin::upload.assets.update', ownOnly: true },
  ],
}

import type { RoleDefinition, Subject } from './grant'
import { withdrawAction } from '../permission-actions'
import { contentGrants, mediaGrants } from './grant'

const editedTypes: Subject[] = ['api::article.article', 'api::person.person', 'api::organisation.organisation', 'api::topic.topic']

/** Edits, publishes, unpublishes and withdraws everything but comments. */
export const editor: RoleDefinition = {
  code: 'strapi-editor',
  name: 'Redaktör',
  description: 'Ändrar och publicerar artiklar, personer, organisationer och ämnen, och drar tillbaka artiklar.',
  grants: [
    ...editedTypes.flatMap(subject => contentGrants(subject, ['create', 'read', 'update', 'delete', 'publish'])),
    ...mediaGrants,
    { action: 'plugin::upload.assets.update' },
    { action: withdrawAction },
  ],
}

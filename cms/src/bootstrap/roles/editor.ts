import type { RoleDefinition, Subject } from './grant'
import { moderateAction, withdrawAction } from '../permission-actions'
import { contentGrants, mediaGrants } from './grant'

const editedTypes: Subject[] = ['api::article.article', 'api::person.person', 'api::organisation.organisation', 'api::topic.topic']

/** Edits, publishes, unpublishes and withdraws everything but comments, which an editor decides on and answers. */
export const editor: RoleDefinition = {
  code: 'strapi-editor',
  name: 'Redaktör',
  description: 'Ändrar och publicerar artiklar, personer, organisationer och ämnen, drar tillbaka artiklar, modererar kommentarer och svarar på frågor.',
  grants: [
    ...editedTypes.flatMap(subject => contentGrants(subject, ['create', 'read', 'update', 'delete', 'publish'])),
    ...mediaGrants,
    { action: 'plugin::upload.assets.update' },
    { action: withdrawAction },
    { action: moderateAction },
  ],
}

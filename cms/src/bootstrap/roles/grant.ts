/** The content types that the roles speak of. */
export type Subject = `api::${'article.article' | 'person.person' | 'organisation.organisation' | 'topic.topic' | 'comment.comment'}`

/** One thing a role may do. */
export interface Grant {
  /** Strapi's name of the action. */
  action: string
  subject?: Subject
  /** Only these fields; without it all fields of the subject. */
  fields?: string[]
  /** Only what the person has created. */
  ownOnly?: boolean
}

export interface RoleDefinition {
  /** Names the role in code for good; a person sees `name`. */
  code: string
  name: string
  description: string
  grants: Grant[]
}

type ContentVerb = 'create' | 'read' | 'update' | 'delete' | 'publish'

/** The grants of some verbs on one content type in the content manager; `publish` covers unpublishing too. */
export function contentGrants(subject: Subject, verbs: ContentVerb[], limits: Pick<Grant, 'fields' | 'ownOnly'> = {}): Grant[] {
  return verbs.map(verb => ({ action: `plugin::content-manager.explorer.${verb}`, subject, ...limits }))
}

/** The grants that let a person choose images in the media library and add new ones. */
export const mediaGrants: Grant[] = [
  { action: 'plugin::upload.read' },
  { action: 'plugin::upload.assets.create' },
  { action: 'plugin::upload.assets.download' },
  { action: 'plugin::upload.assets.copy-link' },
  { action: 'plugin::upload.configure-view' },
]

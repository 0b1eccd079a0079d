/** What Strapi's content manager hands to a panel or an action beside a form. */
export interface DocumentContext {
  model: string
  documentId?: string
  /** What is stored; undefined for a document that has not been saved yet. */
  document?: { status?: string, locale?: string | null }
  /** Which side is open: the draft, or what is published. */
  activeTab: 'draft' | 'published' | null
}

export const articleModel = 'api::article.article'

/** Is there a version that readers see? */
export function isPublic({ document }: DocumentContext): boolean {
  return document?.status === 'published' || document?.status === 'modified'
}

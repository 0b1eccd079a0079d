import type { Article } from '@klartext/contract'
import type { Strapi } from '../publication/subjects'
import { isDeepStrictEqual } from 'node:util'
import { articleSchema } from '@klartext/contract'
import * as v from 'valibot'
import { previewArticle } from '../publication/preview'

/** `draft`: not public; `modified`: public, and differing from the draft; `published`: public just so. */
export type PreviewStatus = 'draft' | 'modified' | 'published'

export interface DraftArticle {
  status: PreviewStatus
  language: string
  article: Article
}

/**
 * An article's draft as the public API would answer it if it were published now, and how it stands to what is public.
 * @param strapi the running CMS
 * @param documentId of the article
 * @param language of the draft
 * @returns null when there is no such draft
 */
export async function draftArticle(strapi: Strapi, documentId: string, language: string): Promise<DraftArticle | null> {
  const draft = await previewArticle(strapi, documentId, language)
  if (!draft)
    return null
  const shown = await publicArticle(strapi, documentId, language)
  if (!shown)
    return { status: 'draft', language, article: draft }
  // publishing would write no version: the version, dates and note that readers see are those to show
  return isDeepStrictEqual(contentOf(draft), contentOf(shown))
    ? { status: 'published', language, article: shown }
    : { status: 'modified', language, article: { ...draft, translations: shown.translations } }
}

async function publicArticle(strapi: Strapi, documentId: string, language: string): Promise<Article | null> {
  const row: unknown = await strapi.db.connection('public_document')
    .select('json')
    .where({ subject_type: 'article', document_id: documentId, language, state: 'published' })
    .first()
  return row === undefined ? null : v.parse(articleSchema, JSON.parse(v.parse(v.object({ json: v.instance(Buffer) }), row).json.toString()))
}

/** What the editor wrote: without that which follows from when and how often it was published, and from readers. */
function contentOf(article: Article) {
  const { version, firstPublishedAt, publicUpdatedAt, changeNote, commentCount, translations, ...content } = article
  return content
}

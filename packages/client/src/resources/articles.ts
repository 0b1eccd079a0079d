import type { Article, ArticleListQuery, ArticlePage, ArticleQuery, ArticleVersion, CommentInput, CommentPreview, CommentReceipt, Thread, ThreadQuery, VersionListQuery, VersionPage, VersionQuery } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { RequestOptions, Transport, WriteOptions } from '../transport.js'
import { articlePageSchema, articleSchema, articleVersionSchema, commentPreviewSchema, commentReceiptSchema, threadSchema, versionPageSchema } from '@klartext/contract'
import { toPathSegment } from '../path.js'
import { inLanguage } from '../query.js'

export interface Articles {
  /** `GET /articles`: a page of articles, newest first unless `sort` says otherwise. Without a language, articles in all. */
  list: (query?: Asking<ArticleListQuery>, options?: RequestOptions) => Promise<ArticlePage>
  /** `GET /articles/{slug}`: one article, as it is or as it was on a day (`asOf`). An old slug leads to the article under its new one. */
  bySlug: (slug: string, query?: Asking<ArticleQuery>, options?: RequestOptions) => Promise<Article>
  /** `GET /articles/{slug}/versions`: its public history, latest first. */
  versions: (slug: string, query?: Asking<VersionListQuery>, options?: RequestOptions) => Promise<VersionPage>
  /** `GET /articles/{slug}/versions/{n}`: one version with the article as it stood. */
  version: (slug: string, version: number, query?: Asking<VersionQuery>, options?: RequestOptions) => Promise<ArticleVersion>
  /** `GET /articles/{slug}/comments`: its thread, paged by root comments. */
  comments: (slug: string, query?: Asking<ThreadQuery>, options?: RequestOptions) => Promise<Thread>
  /** `POST /articles/{slug}/comments/preview`: a comment as it will look, with the token to send it in under; nothing is kept. */
  previewComment: (slug: string, input: CommentInput, options?: RequestOptions) => Promise<CommentPreview>
  /** `POST /articles/{slug}/comments`: sends a comment in. The same key, such as the preview's token, always gives the same receipt. */
  writeComment: (slug: string, input: CommentInput, options: WriteOptions) => Promise<CommentReceipt>
}

export function createArticles({ get, post, language }: Transport): Articles {
  const pathOf = (slug: string) => `/articles/${toPathSegment(slug)}`
  return {
    list: async (query = {}, options) => get('/articles', articlePageSchema, inLanguage(query, language), options),
    bySlug: async (slug, query = {}, options) => get(pathOf(slug), articleSchema, inLanguage(query, language), options),
    versions: async (slug, query = {}, options) => get(`${pathOf(slug)}/versions`, versionPageSchema, inLanguage(query, language), options),
    version: async (slug, version, query = {}, options) => get(`${pathOf(slug)}/versions/${toPathSegment(version)}`, articleVersionSchema, inLanguage(query, language), options),
    comments: async (slug, query = {}, options) => get(`${pathOf(slug)}/comments`, threadSchema, inLanguage(query, language), options),
    previewComment: async (slug, body, options) => post(`${pathOf(slug)}/comments/preview`, { ...options, body, idempotencyKey: null, schema: commentPreviewSchema }),
    writeComment: async (slug, body, options) => post(`${pathOf(slug)}/comments`, { ...options, body, schema: commentReceiptSchema }),
  }
}

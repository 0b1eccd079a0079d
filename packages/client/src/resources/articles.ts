import type { Article, ArticleListQuery, ArticlePage, ArticleQuery, ArticleVersion, Thread, ThreadQuery, VersionListQuery, VersionPage, VersionQuery } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { RequestOptions, Transport } from '../transport.js'
import { articlePageSchema, articleSchema, articleVersionSchema, threadSchema, versionPageSchema } from '@klartext/contract'
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
}

export function createArticles({ get, language }: Transport): Articles {
  const pathOf = (slug: string) => `/articles/${toPathSegment(slug)}`
  return {
    list: async (query = {}, options) => get('/articles', articlePageSchema, inLanguage(query, language), options),
    bySlug: async (slug, query = {}, options) => get(pathOf(slug), articleSchema, inLanguage(query, language), options),
    versions: async (slug, query = {}, options) => get(`${pathOf(slug)}/versions`, versionPageSchema, inLanguage(query, language), options),
    version: async (slug, version, query = {}, options) => get(`${pathOf(slug)}/versions/${toPathSegment(version)}`, articleVersionSchema, inLanguage(query, language), options),
    comments: async (slug, query = {}, options) => get(`${pathOf(slug)}/comments`, threadSchema, inLanguage(query, language), options),
  }
}

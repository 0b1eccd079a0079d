import type { Language } from './languages'
import { defaultLanguage, isLanguage } from './languages'

/**
 * Every address of the site, in both languages. A pattern is a Vue Router pattern; its parameters are `:slug`, `:id` of a
 * comment and `:token` of a letter. Nothing else in web may spell a path.
 */
export const pathPatterns = {
  start: { sv: '/', en: '/en' },
  articles: { sv: '/artiklar', en: '/en/articles' },
  article: { sv: '/artiklar/:slug', en: '/en/articles/:slug' },
  history: { sv: '/artiklar/:slug/andringar', en: '/en/articles/:slug/changes' },
  write: { sv: '/artiklar/:slug/kommentera', en: '/en/articles/:slug/comment' },
  comment: { sv: '/artiklar/:slug/kommentarer/:id', en: '/en/articles/:slug/comments/:id' },
  report: { sv: '/artiklar/:slug/kommentarer/:id/anmal', en: '/en/articles/:slug/comments/:id/report' },
  person: { sv: '/personer/:slug', en: '/en/people/:slug' },
  organisation: { sv: '/organisationer/:slug', en: '/en/organisations/:slug' },
  topic: { sv: '/amnen/:slug', en: '/en/topics/:slug' },
  openness: { sv: '/oppenhet', en: '/en/openness' },
  opennessOf: { sv: '/oppenhet/:slug', en: '/en/openness/:slug' },
  sender: { sv: '/min-kommentar/:token', en: '/en/my-comment/:token' },
  myData: { sv: '/mina-uppgifter', en: '/en/my-data' },
  myDataLink: { sv: '/mina-uppgifter/:token', en: '/en/my-data/:token' },
  about: { sv: '/om', en: '/en/about' },
  accessibility: { sv: '/tillganglighet', en: '/en/accessibility' },
  privacy: { sv: '/integritet', en: '/en/privacy' },
  commentRules: { sv: '/kommentarsregler', en: '/en/comment-rules' },
  apiGuide: { sv: '/api', en: '/en/api' },
} as const satisfies Record<string, Record<Language, string>>

/** Drafts are shown in one place, whatever their language. */
export const previewPath = '/forhandsvisning'

export type SitePage = keyof typeof pathPatterns
type PageWith<Parameter extends string> = { [Page in SitePage]: (typeof pathPatterns)[Page]['sv'] extends `${string}:${Parameter}${string}` ? Page : never }[SitePage]
type CommentPage = PageWith<'id'>
type TokenPage = PageWith<'token'>
type PageWithSlug = Exclude<PageWith<'slug'>, CommentPage>
export type PlainPage = Exclude<SitePage, PageWithSlug | CommentPage | TokenPage>

/** The pages whose text lives in `content/`. */
export const contentPages = ['about', 'accessibility', 'privacy', 'commentRules', 'apiGuide'] as const satisfies readonly PlainPage[]
export type ContentPage = (typeof contentPages)[number]

/** Where the same page stands in each language that has it, its own included. */
export type Alternates = Partial<Record<Language, string>>

export type QueryValues = Record<string, string | number | null | undefined>

/** The path of a page without parameters. */
export function pagePath(page: PlainPage, language: Language, query: QueryValues = {}): string {
  return pathPatterns[page][language] + queryString(query)
}

/** The path of a page that belongs to one document. */
export function documentPath(page: PageWithSlug, language: Language, slug: string, query: QueryValues = {}): string {
  return pathPatterns[page][language].replace(':slug', encodeURIComponent(slug)) + queryString(query)
}

/** The path of a page that belongs to one comment under an article. */
export function commentPath(page: CommentPage, language: Language, slug: string, id: string, query: QueryValues = {}): string {
  return pathPatterns[page][language].replace(':slug', encodeURIComponent(slug)).replace(':id', encodeURIComponent(id)) + queryString(query)
}

const replyKeys: Record<Language, string> = { sv: 'svar', en: 'reply' }

/** The path of the form below an article; for a reply to the comment `parentId`. */
export function writePath(language: Language, slug: string, parentId: string | null = null): string {
  return documentPath('write', language, slug, { [replyKeys[language]]: parentId })
}

/** The comment that a form is asked to reply to, unread; empty for none. */
export function replyIn(query: Record<string, unknown>, language: Language): string {
  const id = query[replyKeys[language]]
  return typeof id === 'string' ? id : ''
}

/** The path of a page that only a letter leads to. */
export function tokenPath(page: TokenPage, language: Language, token: string, query: QueryValues = {}): string {
  return pathPatterns[page][language].replace(':token', encodeURIComponent(token)) + queryString(query)
}

/** The path of an article under its own language; one in a language the interface does not speak is shown in Swedish surroundings. */
export function articlePath(article: { language: string, slug: string }, query: QueryValues = {}): string {
  return documentPath('article', interfaceLanguage(article.language), article.slug, query)
}

/** The language of the interface around a text in `language`. */
export function interfaceLanguage(language: string): Language {
  return isLanguage(language) ? language : defaultLanguage
}

/** Where an article stands in each language that has it and that the interface speaks. */
export function alternatesOfArticle(article: { language: string, slug: string, translations: readonly { language: string, slug: string }[] }): Alternates {
  return Object.fromEntries([article, ...article.translations].flatMap(({ language, slug }) =>
    isLanguage(language) ? [[language, documentPath('article', language, slug)]] : []))
}

/** The addresses of a page that exists in every language. */
export function alternatesOf(path: (language: Language) => string): Alternates {
  return { sv: path('sv'), en: path('en') }
}

/** The language that a path speaks, by its first segment. */
export function languageOfPath(path: string): Language {
  return /^\/en(?:[/?#]|$)/.test(path) ? 'en' : 'sv'
}

/** The fragment id of a comment, from its number as people cite it (`3.1`). */
export function commentAnchor(language: Language, number: string): string {
  return `${language === 'sv' ? 'kommentar' : 'comment'}-${number}`
}

/** The fragment id of the comment section. */
export function threadAnchor(language: Language): string {
  return language === 'sv' ? 'kommentarer' : 'comments'
}

function queryString(query: QueryValues): string {
  const set = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined || value === '' ? [] : [[key, String(value)]])
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}

import type { Figure } from '@klartext/contract'
import type { Language } from '#shared/languages'
import type { Alternates } from '#shared/paths'
import { useHead, useRequestEvent, useSeoMeta } from '#imports'
import { messagesIn } from '#shared/messages'
import { jsonLdScript } from '~/head/json-ld'
import { useLanguage } from './use-language'

export interface PageHead {
  /** Without the site's name; null on the front page. */
  title: string | null
  description?: string | null
  /** The path that this page wants to be known by; null for a page that no search engine should keep. */
  path: string | null
  alternates?: Alternates
  image?: Figure | null
  type?: 'article' | 'profile' | 'website'
  publishedAt?: string | null
  changedAt?: string | null
  jsonLd?: object[]
  /** Where the address does not say it. */
  language?: Language
}

/** The base of this site's absolute addresses, without a slash at the end. */
export function useSiteUrl(): string {
  const siteUrl: unknown = useRequestEvent()?.context.siteUrl
  return typeof siteUrl === 'string' ? siteUrl : ''
}

/** Title, addresses and the description for search engines and link previews. */
export function usePageHead(head: PageHead): void {
  const stated = useLanguage()
  const language = head.language ?? stated
  const m = messagesIn(language)
  const siteUrl = useSiteUrl()
  const description = head.description ?? m.siteDescription
  const alternates = alternateLinks(head.alternates ?? {})
  const image = head.image?.src ? { url: new URL(head.image.src, siteUrl).href, alt: head.image.alt } : null

  useHead({
    htmlAttrs: { lang: language },
    title: head.title ? `${head.title} · ${m.siteName}` : `${m.siteName}: ${m.tagline}`,
    link: [
      ...(head.path === null ? [] : [{ rel: 'canonical' as const, href: siteUrl + head.path }]),
      ...alternates.map(([hreflang, path]) => ({ rel: 'alternate' as const, hreflang, href: siteUrl + path })),
    ],
    script: (head.jsonLd ?? []).map(jsonLdScript),
  })
  useSeoMeta({
    description,
    robots: head.path === null ? 'noindex' : null,
    ogType: head.type ?? 'website',
    ogSiteName: m.siteName,
    ogTitle: head.title ?? m.siteName,
    ogDescription: description,
    ogUrl: head.path === null ? null : siteUrl + head.path,
    ogLocale: language === 'sv' ? 'sv_SE' : 'en_GB',
    ogImage: image?.url ?? null,
    ogImageAlt: image?.alt ?? null,
    articlePublishedTime: head.publishedAt ?? null,
    articleModifiedTime: head.changedAt ?? null,
  })
}

/** The alternates that search engines want: none for a page in one language only, and Swedish for whoever reads neither. */
function alternateLinks(alternates: Alternates): [string, string][] {
  const links = Object.entries(alternates)
  const fallback = alternates.sv ?? links[0]?.[1]
  return links.length < 2 || fallback === undefined ? [] : [...links, ['x-default', fallback]]
}

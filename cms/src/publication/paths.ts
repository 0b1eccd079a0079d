import type { DocumentType } from './subjects'

const sections: Record<DocumentType, { sv: string, en: string }> = {
  article: { sv: '/artiklar', en: '/en/articles' },
  person: { sv: '/personer', en: '/en/people' },
  organisation: { sv: '/organisationer', en: '/en/organisations' },
  topic: { sv: '/amnen', en: '/en/topics' },
}

/** The page of a document on the site, in one of the site's languages. */
export const pagePath = (type: DocumentType, language: string, slug: string): string =>
  `${sections[type][language === 'en' ? 'en' : 'sv']}/${slug}`

/**
 * The site's own address of an uploaded file; the site streams it from the CMS, so that a stopped CMS breaks no picture.
 * @param url where the media library keeps the file: a path or an address
 */
export const mediaPath = (url: string): string => `/media/${url.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? ''}`

/** A path as an address on a host; an address stays as it is. */
export const absolute = (base: string, path: string): string => path.startsWith('/') ? `${base}${path}` : path

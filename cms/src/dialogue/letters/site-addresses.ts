import { readSettings } from '../../settings'

const pages = {
  comment: { sv: '/min-kommentar', en: '/en/my-comment' },
  myData: { sv: '/mina-uppgifter', en: '/en/my-data' },
}

/** The page of the site that a token in a letter opens. */
export const pageOfToken = (page: keyof typeof pages, language: 'sv' | 'en', token: string): string =>
  `${readSettings().siteUrl}${pages[page][language]}/${token}`

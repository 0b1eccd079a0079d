import type { ArticleSummary } from '@klartext/contract'
import type { Language } from '../../shared/languages'

/**
 * Of every article that exists in several languages, the one a reader of `language` reads best: theirs, else Swedish,
 * else the first. The order stays that of each article's first appearance.
 */
export function inBestLanguage(articles: readonly ArticleSummary[], language: Language): ArticleSummary[] {
  const byId = Map.groupBy(articles, ({ id }) => id)
  return [...byId.values()].flatMap((versions) => {
    const best = versions.find(version => version.language === language)
      ?? versions.find(version => version.language === 'sv')
      ?? versions[0]
    return best ? [best] : []
  })
}

import type { DocumentHead } from '../read/documents'
import type { LoggedVersion } from '../read/log'
import type { ApiContext, Resource } from '../resource'
import { versionListQuerySchema, versionQuerySchema } from '@klartext/contract'
import { pagePath } from '../../publication/paths'
import { languageQuery, resourceUrl, withQuery } from '../addresses'
import { articleAsItStood } from '../article-as-it-stood'
import { documentAt } from '../document-at'
import { jsonRepresentation } from '../json-representation'
import { pageLinks } from '../paging'
import { notFound } from '../problem'
import { parseQuery } from '../query'
import { countVersions, readVersion, readVersions } from '../read/log'

/** The public history of an article, newest first. */
export const versions: Resource = {
  pattern: 'articles/:slug/versions',
  async answer(context, request) {
    const [slug = ''] = request.params
    const { language, page, limit } = parseQuery(versionListQuerySchema, request.query)
    const found = await documentAt(context, { type: 'article', slug, language, request, below: ['versions'] })
    if (found.kind === 'moved')
      return found
    const total = await countVersions(context.database, found.id, language)
    const items = await readVersions(context.database, found.id, language, (page - 1) * limit, limit)
    const links = pageLinks(resourceUrl(context.cmsUrl, 'articles', found.slug, 'versions'), languageQuery(language), { page, limit, total })
    return jsonRepresentation(
      { items: items.map(item => ({ ...item, links: linksOf(context, found, item) })), page, limit, total, links },
      { cacheTags: `article:${found.id}`, language, links: { next: links.next, prev: links.previous } },
    )
  },
}

/** One version, with the article as it stood. */
export const version: Resource = {
  pattern: 'articles/:slug/versions/:version',
  async answer(context, request) {
    const [slug = '', number = ''] = request.params
    const { language } = parseQuery(versionQuerySchema, request.query)
    const found = await documentAt(context, { type: 'article', slug, language, request, below: ['versions', encodeURIComponent(number)] })
    if (found.kind === 'moved')
      return found
    const cacheTags = `article:${found.id}`
    const logged = /^[1-9]\d{0,8}$/.test(number) ? await readVersion(context.database, found.id, language, Number(number)) : null
    if (!logged)
      throw notFound('The article has no such version; see its versions.', { 'Cache-Tag': cacheTags })
    const { at, changeKind, changeNote, digest } = logged
    return jsonRepresentation(
      { version: logged.version, at, changeKind, changeNote, digest, links: linksOf(context, found, logged), article: await articleAsItStood(context, found, logged) },
      { cacheTags, language },
    )
  },
}

function linksOf({ cmsUrl, siteUrl }: ApiContext, { slug, language }: DocumentHead, { version }: LoggedVersion): Record<string, string> {
  return {
    self: withQuery(resourceUrl(cmsUrl, 'articles', slug, 'versions', String(version)), languageQuery(language)),
    page: `${siteUrl}${pagePath('article', language, slug)}/${language === 'en' ? 'changes' : 'andringar'}`,
  }
}

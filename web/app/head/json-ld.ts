import type { Article, ArticleSummary, Organisation, OrganisationReference, Person, PersonReference } from '@klartext/contract'
import type { Language } from '#shared/languages'
import { documentPath, interfaceLanguage } from '#shared/paths'

/** A script element for structured data. `<` is escaped, so that no text in it can end the element. */
export function jsonLdScript(data: object): { type: 'application/ld+json', innerHTML: string } {
  return { type: 'application/ld+json', innerHTML: JSON.stringify(data).replaceAll('<', '\\u003c') }
}

/** An article as schema.org tells it. */
export function articleJsonLd(article: Article | ArticleSummary, siteUrl: string, path: string): object {
  const language = interfaceLanguage(article.language)
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    'headline': article.title,
    'description': article.description ?? article.standfirst ?? undefined,
    'inLanguage': article.language,
    'url': siteUrl + path,
    'mainEntityOfPage': siteUrl + path,
    'datePublished': article.firstPublishedAt ?? undefined,
    'dateModified': article.publicUpdatedAt,
    'image': article.cover?.src ? new URL(article.cover.src, siteUrl).href : undefined,
    'author': article.authors.map(person => personNode(person, siteUrl, language)),
    'about': article.subjects.length > 0 ? article.subjects.map(person => personNode(person, siteUrl, language)) : undefined,
    'publisher': article.publisher ? organisationNode(article.publisher, siteUrl, language) : undefined,
    'keywords': article.topics.map(({ name }) => name).join(', ') || undefined,
    'commentCount': article.commentCount,
  }
}

export function personJsonLd(person: Person, siteUrl: string, language: Language): object {
  return {
    '@context': 'https://schema.org',
    ...personNode(person, siteUrl, language),
    'image': person.portrait?.src ? new URL(person.portrait.src, siteUrl).href : undefined,
    'sameAs': person.links.map(({ url }) => url),
  }
}

export function organisationJsonLd(organisation: Organisation, siteUrl: string, language: Language): object {
  return {
    '@context': 'https://schema.org',
    ...organisationNode(organisation, siteUrl, language),
    'logo': organisation.logo?.src ? new URL(organisation.logo.src, siteUrl).href : undefined,
    'sameAs': organisation.website ? [organisation.website] : undefined,
    'parentOrganization': organisation.parent ? organisationNode(organisation.parent, siteUrl, language) : undefined,
  }
}

/** Where a page stands. `steps` run from the front page down to the page itself. */
export function breadcrumbJsonLd(steps: readonly { name: string, path: string }[], siteUrl: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    'itemListElement': steps.map(({ name, path }, index) => ({ '@type': 'ListItem', 'position': index + 1, name, 'item': siteUrl + path })),
  }
}

function personNode(person: PersonReference, siteUrl: string, language: Language): object {
  return {
    '@type': 'Person',
    'name': person.name,
    'url': siteUrl + documentPath('person', language, person.slug),
    'jobTitle': person.role ?? undefined,
    'worksFor': person.organisation ? organisationNode(person.organisation, siteUrl, language) : undefined,
  }
}

function organisationNode(organisation: OrganisationReference, siteUrl: string, language: Language): object {
  return { '@type': 'Organization', 'name': organisation.name, 'url': siteUrl + documentPath('organisation', language, organisation.slug) }
}

import type { Article, ArticleSummary, Figure, Organisation, OrganisationReference, Person, PersonReference, Topic, Translation } from '@klartext/contract'
import type { ArticleSnapshot, FigureSnapshot, OrganisationLink, OrganisationSnapshot, PersonLink, PersonSnapshot, TopicSnapshot } from '../snapshot/schemas'
import { absolute, pagePath } from '../paths'
import { topicLink } from '../snapshot/references'
import { bodyHtml, textHtml } from './parts-html'
import { readingMeasures } from './reading-measures'

/** Public base addresses without a trailing slash. */
export interface Addresses {
  siteUrl: string
  cmsUrl: string
}

/** What an article's answer says beside its snapshot. */
export interface ArticleFacts {
  version: number
  firstPublishedAt: string | null
  publicUpdatedAt: string
  changeNote: string | null
  commentCount: number
  /** Whether the article takes no more comments because of its age. */
  areCommentsClosed: boolean
  /** The same article in its other languages, where it is public now. */
  translations: readonly { language: string, slug: string, title: string }[]
}

/** An article as the public API answers it. */
export function presentArticle(snapshot: ArticleSnapshot, facts: ArticleFacts, addresses: Addresses): Article {
  const body = snapshot.body.map(part => part.type === 'figure' || part.type === 'infographic' ? { ...part, ...withAddresses(part, addresses) } : part)
  return {
    ...presentSummary(snapshot, facts, addresses),
    body,
    bodyHtml: bodyHtml(body, snapshot.language),
    translations: facts.translations.map(({ language, slug, title }): Translation => ({
      language,
      slug,
      url: absolute(addresses.siteUrl, pagePath('article', language, slug)),
      title,
    })),
  }
}

/** An article as a list shows it. */
export function presentSummary(snapshot: ArticleSnapshot, facts: ArticleFacts, addresses: Addresses): ArticleSummary {
  const { id, type, kind, language, slug, title, standfirst, description, commentsOpen, topics } = snapshot
  const { version, firstPublishedAt, publicUpdatedAt, changeNote, commentCount, areCommentsClosed } = facts
  const self = `${addresses.cmsUrl}/api/v1/articles/${slug}`
  const query = language === 'sv' ? '' : `?language=${language}`
  return {
    id,
    type,
    kind,
    language,
    slug,
    url: absolute(addresses.siteUrl, snapshot.url),
    title,
    standfirst,
    description,
    cover: snapshot.cover && presentFigure(snapshot.cover, addresses),
    authors: snapshot.authors.map(person => presentPersonLink(person, addresses)),
    subjects: snapshot.subjects.map(person => presentPersonLink(person, addresses)),
    organisations: snapshot.organisations.map(organisation => presentOrganisationLink(organisation, addresses)),
    publisher: snapshot.publisher && presentOrganisationLink(snapshot.publisher, addresses),
    topics,
    firstPublishedAt,
    publicUpdatedAt,
    version,
    changeNote,
    ...readingMeasures(snapshot.body),
    commentsOpen: commentsOpen && !areCommentsClosed,
    commentCount,
    links: { self: `${self}${query}`, versions: `${self}/versions${query}`, comments: `${self}/comments${query}` },
  }
}

/**
 * A person as the public API answers it in one language; texts without a translation are Swedish.
 * @param snapshot of the person, with the organisation in that language
 */
export function presentPerson(snapshot: PersonSnapshot, language: string, articleCount: number, addresses: Addresses): Person {
  const { id, slug, name, portrait, links } = snapshot
  const translation = snapshot.translations.find(text => text.language === language)
  const bio = translation && translation.bio.length > 0 ? translation.bio : snapshot.bio
  return {
    id,
    slug,
    url: absolute(addresses.siteUrl, pagePath('person', language, slug)),
    name,
    role: translation?.role ?? snapshot.role,
    organisation: snapshot.organisation && presentOrganisationLink(snapshot.organisation, addresses),
    portrait: portrait && presentFigure(portrait, addresses),
    bioHtml: textHtml(bio, language) || null,
    links: links.map(({ label, url }) => ({ label, url })),
    articleCount,
  }
}

/** An organisation as the public API answers it in one language; texts without a translation are Swedish. */
export function presentOrganisation(snapshot: OrganisationSnapshot, language: string, articleCount: number, addresses: Addresses): Organisation {
  const { id, slug, name, kind, logo, website } = snapshot
  const translation = snapshot.translations.find(text => text.language === language)
  const description = translation && translation.description.length > 0 ? translation.description : snapshot.description
  return {
    id,
    slug,
    url: absolute(addresses.siteUrl, pagePath('organisation', language, slug)),
    name,
    kind,
    parent: snapshot.parent && presentOrganisationLink(snapshot.parent, addresses),
    logo: logo && presentFigure(logo, addresses),
    descriptionHtml: textHtml(description, language) || null,
    website,
    articleCount,
  }
}

/** A topic as the public API answers it in one language. */
export const presentTopic = (snapshot: TopicSnapshot, language: string, articleCount: number): Topic => ({ ...topicLink(snapshot, language), articleCount })

/** A person as another document names them. */
export function presentPersonLink({ id, slug, url, name, role, organisation, portrait }: PersonLink, addresses: Addresses): PersonReference {
  return {
    id,
    slug,
    url: absolute(addresses.siteUrl, url),
    name,
    role,
    organisation: organisation && presentOrganisationLink(organisation, addresses),
    portrait: portrait && presentFigure(portrait, addresses),
  }
}

function presentOrganisationLink({ id, slug, url, name }: OrganisationLink, { siteUrl }: Addresses): OrganisationReference {
  return { id, slug, url: absolute(siteUrl, url), name }
}

function presentFigure(figure: FigureSnapshot, addresses: Addresses): Figure {
  const { alt, caption, credit, longDescription, focalPoint } = figure
  return { ...withAddresses(figure, addresses), alt, caption, credit, longDescription, focalPoint }
}

function withAddresses({ src, sources, width, height }: FigureSnapshot, { siteUrl }: Addresses) {
  return {
    src: src && absolute(siteUrl, src),
    sources: sources.map(source => ({ ...source, src: absolute(siteUrl, source.src) })),
    width,
    height,
  }
}

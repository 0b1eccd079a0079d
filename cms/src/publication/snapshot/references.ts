import type { ArticleSnapshot, OrganisationLink, OrganisationSnapshot, PersonLink, PersonSnapshot, Snapshot, TopicLink, TopicSnapshot } from './schemas'
import { pagePath } from '../paths'

/** What is public now of the people, organisations and topics that a document names, in one language; null for what is not public. */
export interface References {
  person: (id: string) => PersonLink | null
  organisation: (id: string) => OrganisationLink | null
  topic: (id: string) => TopicLink | null
}

export interface ReferenceTarget {
  type: 'person' | 'organisation' | 'topic'
  id: string
}

/** Builds references from snapshots; an organisation that a person names must be among them to be shown. */
export function createReferences(snapshots: readonly Snapshot[], language: string): References {
  const byId = new Map(snapshots.map(snapshot => [snapshot.id, snapshot]))
  const organisation = (id: string): OrganisationLink | null => {
    const snapshot = byId.get(id)
    return snapshot?.type === 'organisation' ? organisationLink(snapshot, language) : null
  }
  return {
    organisation,
    person: (id) => {
      const snapshot = byId.get(id)
      return snapshot?.type === 'person' ? personLink(snapshot, language, snapshot.organisation && organisation(snapshot.organisation.id)) : null
    },
    topic: (id) => {
      const snapshot = byId.get(id)
      return snapshot?.type === 'topic' ? topicLink(snapshot, language) : null
    },
  }
}

export function organisationLink({ id, slug, name }: OrganisationSnapshot, language: string): OrganisationLink {
  return { id, slug, url: pagePath('organisation', language, slug), name }
}

export function personLink(person: PersonSnapshot, language: string, organisation: OrganisationLink | null): PersonLink {
  const { id, slug, name, portrait } = person
  const translation = person.translations.find(text => text.language === language)
  return { id, slug, url: pagePath('person', language, slug), name, role: translation?.role ?? person.role, organisation, portrait }
}

export function topicLink(topic: TopicSnapshot, language: string): TopicLink {
  return { id: topic.id, slug: topic.slug, name: topic.translations.find(text => text.language === language)?.name ?? topic.name }
}

/** Who and what a document names itself: each once, speakers of spoken lines included. */
export function targetsOf(snapshot: Snapshot): ReferenceTarget[] {
  const found = new Map<string, ReferenceTarget>()
  const add = (type: ReferenceTarget['type'], ...targets: ({ id: string } | null)[]): void => {
    for (const target of targets) {
      if (target)
        found.set(`${type}:${target.id}`, { type, id: target.id })
    }
  }
  if (snapshot.type === 'article') {
    add('person', ...snapshot.authors, ...snapshot.subjects, ...snapshot.body.map(part => part.type === 'dialogue' ? part.speaker : null))
    add('organisation', ...snapshot.organisations, snapshot.publisher)
    add('topic', ...snapshot.topics)
  }
  else if (snapshot.type === 'person') {
    add('organisation', snapshot.organisation)
  }
  else if (snapshot.type === 'organisation') {
    add('organisation', snapshot.parent)
  }
  return [...found.values()]
}

/**
 * A snapshot with everything it names shown as given; what is not public any more is left out.
 * With {@link onlyIds} it becomes the part that a new version is judged by: a renamed person changes no article.
 */
export function withReferences<S extends Snapshot>(snapshot: S, references: References): S
export function withReferences(snapshot: Snapshot, references: References): Snapshot {
  if (snapshot.type === 'article')
    return articleWith(snapshot, references)
  if (snapshot.type === 'person')
    return { ...snapshot, organisation: snapshot.organisation && references.organisation(snapshot.organisation.id) }
  if (snapshot.type === 'organisation')
    return { ...snapshot, parent: snapshot.parent && references.organisation(snapshot.parent.id) }
  return snapshot
}

function articleWith(article: ArticleSnapshot, references: References): ArticleSnapshot {
  const people = (links: readonly PersonLink[]): PersonLink[] => present(links.map(link => references.person(link.id)))
  return {
    ...article,
    authors: people(article.authors),
    subjects: people(article.subjects),
    organisations: present(article.organisations.map(link => references.organisation(link.id))),
    publisher: article.publisher && references.organisation(article.publisher.id),
    topics: present(article.topics.map(link => references.topic(link.id))),
    body: article.body.map(part => part.type === 'dialogue' && part.speaker ? { ...part, speaker: speakerOf(part.speaker.id, references) } : part),
  }
}

/** The speaker of a spoken line, or null where that person is not public. */
export function speakerOf(id: string, references: References): { id: string, name: string, slug: string } | null {
  const person = references.person(id)
  return person && { id: person.id, name: person.name, slug: person.slug }
}

export const present = <T>(items: readonly (T | null)[]): T[] => items.filter(item => item !== null)

const nothingBut = (id: string): OrganisationLink => ({ id, slug: '', url: '', name: '' })

/** References that show nothing but the identity. */
export const onlyIds: References = {
  person: id => ({ ...nothingBut(id), role: null, organisation: null, portrait: null }),
  organisation: nothingBut,
  topic: nothingBut,
}

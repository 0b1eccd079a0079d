import type { ArticleEntry } from '../entries/entry-schemas'
import type { References } from './references'
import type { ArticleSnapshot } from './schemas'
import { pagePath } from '../paths'
import { fieldText } from '../text/typography'
import { bodyOf } from './body'
import { figureOf } from './figure'
import { present } from './references'

/** An entry that has what every public article has. */
export type CompleteArticle = ArticleEntry & { kind: NonNullable<ArticleEntry['kind']>, slug: string, title: string }

/**
 * What becomes public of an article, member by member; whatever is not named here stays inside.
 * @param entry a row of Strapi's, published (or draft, for a preview)
 * @param references in the article's language; what they do not know is left out
 */
export function articleSnapshot(entry: CompleteArticle, references: References): ArticleSnapshot {
  const language = entry.locale
  const standfirst = fieldText(entry.standfirst, language)
  return {
    id: entry.documentId,
    type: 'article',
    kind: entry.kind,
    language,
    slug: entry.slug,
    url: pagePath('article', language, entry.slug),
    title: fieldText(entry.title, language) ?? '',
    standfirst,
    description: fieldText(entry.description, language) ?? standfirst,
    cover: entry.cover && figureOf(entry.cover, language),
    authors: present(entry.authors.map(references.person)),
    subjects: present(entry.subjects.map(references.person)),
    organisations: present(entry.organisations.map(references.organisation)),
    publisher: entry.publisher === null ? null : references.organisation(entry.publisher),
    topics: present(entry.topics.map(references.topic)),
    commentsOpen: entry.commentsOpen,
    body: bodyOf(entry.body, { language, references, onlySubject: entry.subjects.length === 1 ? entry.subjects[0] ?? null : null }),
  }
}

import type { Article } from '@klartext/contract'
import type { FixtureContent } from './fixture-cms'
import { articleSchema, articleVersionSchema, commentPreviewSchema, opennessSchema, organisationPageSchema, personPageSchema, problemSchema, threadSchema, topicPageSchema, versionPageSchema } from '@klartext/contract'
import essayJson from '@klartext/contract/examples/article-essay.json' with { type: 'json' }
import importedJson from '@klartext/contract/examples/article-imported.json' with { type: 'json' }
import profileJson from '@klartext/contract/examples/article-profile.json' with { type: 'json' }
import redactedJson from '@klartext/contract/examples/article-version-redacted.json' with { type: 'json' }
import versionJson from '@klartext/contract/examples/article-version.json' with { type: 'json' }
import previewJson from '@klartext/contract/examples/comment-preview.json' with { type: 'json' }
import opennessOfJson from '@klartext/contract/examples/openness-organisation.json' with { type: 'json' }
import opennessJson from '@klartext/contract/examples/openness.json' with { type: 'json' }
import organisationsJson from '@klartext/contract/examples/organisation-page.json' with { type: 'json' }
import peopleJson from '@klartext/contract/examples/person-page.json' with { type: 'json' }
import goneJson from '@klartext/contract/examples/problem-gone.json' with { type: 'json' }
import threadJson from '@klartext/contract/examples/thread.json' with { type: 'json' }
import topicsJson from '@klartext/contract/examples/topic-page.json' with { type: 'json' }
import versionsJson from '@klartext/contract/examples/version-page.json' with { type: 'json' }
import * as v from 'valibot'
import { takesAll } from './fixture-dialogue'

/** The contract's curated examples, read by their own schemas. */
export const examples = {
  essay: v.parse(articleSchema, essayJson),
  profile: v.parse(articleSchema, profileJson),
  imported: v.parse(articleSchema, importedJson),
  thread: v.parse(threadSchema, threadJson),
  versions: v.parse(versionPageSchema, versionsJson),
  version: v.parse(articleVersionSchema, versionJson),
  redacted: v.parse(articleVersionSchema, redactedJson),
  people: v.parse(personPageSchema, peopleJson),
  organisations: v.parse(organisationPageSchema, organisationsJson),
  topics: v.parse(topicPageSchema, topicsJson),
  preview: v.parse(commentPreviewSchema, previewJson),
  openness: v.parse(opennessSchema, opennessJson),
  opennessOf: v.parse(opennessSchema, opennessOfJson),
  gone: v.parse(problemSchema, goneJson),
}

/** Where the examples say that they are published. */
export const siteUrl = 'https://klartext.example'

export const goneSlug = 'grus-pa-alla-gator'
export const oldSlug = 'maja-hor-vattnet'
export const draftToken = 'a-token.that-is-valid'
export const uploadName = 'maja-i-natten_960.avif'
/** A title and a comment that would do harm wherever they were not escaped. */
export const hostile = '</script><script>alert(1)</script>'

/** What the fixture CMS holds: the examples, the profile in English too, a long list and a hostile text. */
export function exampleContent(): FixtureContent {
  const { essay, profile, imported, thread, versions, version, redacted } = examples
  const english: Article = {
    ...profile,
    language: 'en',
    slug: profile.translations[0]?.slug ?? '',
    title: profile.translations[0]?.title ?? '',
    commentsOpen: true,
    translations: [{ language: 'sv', slug: profile.slug, url: profile.url, title: profile.title }],
  }
  const harm: Article = { ...imported, id: 'hostile0000000000000000', slug: 'farlig-text', kind: 'essay', title: `Titel ${hostile}`, standfirst: hostile, body: [{ type: 'paragraph', children: [{ type: 'text', text: hostile, marks: [] }] }] }
  const shelf: Article[] = Array.from({ length: 45 }, (_, index) => ({
    ...imported,
    id: `shelf${String(index).padStart(6, '0')}`,
    slug: `hyllan-${index + 1}`,
    title: `Hyllan ${index + 1}`,
    publicUpdatedAt: '2015-01-01T00:00:00Z',
    translations: [],
  }))
  return {
    articles: [essay, profile, imported, english, harm, ...shelf],
    threads: { [essay.slug]: thread },
    versions: { [essay.slug]: versions.items, [imported.slug]: versions.items.slice(-1) },
    versionTexts: { [`${essay.slug}/${version.version}`]: version, [`${imported.slug}/1`]: redacted },
    people: examples.people.items,
    organisations: examples.organisations.items,
    topics: examples.topics.items,
    moved: { [oldSlug]: profile.slug },
    withdrawn: { [goneSlug]: examples.gone },
    drafts: { [draftToken]: { ...profile, id: 'draft000000000000000000', slug: 'utkast', title: 'Ett utkast' }, english },
    openness: { '': examples.openness, [examples.opennessOf.organisation?.slug ?? '']: examples.opennessOf },
    sentAnswers: takesAll(examples.preview),
    uploads: { [uploadName]: new TextEncoder().encode('not really an image') },
  }
}

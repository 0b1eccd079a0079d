import type { Core, UID } from '@strapi/strapi'
import type { CommentDocument } from './document-schemas'
import type { ArticleDocument, ExampleContent } from './read-documents'
import type { ImageIds } from './upload-images'
import * as v from 'valibot'
import { markdownToBlocks } from './markdown-to-blocks'
import { toFigure, toLocalisedData } from './to-strapi-data'

interface Written {
  organisations: Map<string, string>
  people: Map<string, string>
  topics: Map<string, string>
}

const documentSchema = v.object({ documentId: v.string() })

/**
 * Publishes the example content through the document service, in the order in which one document needs another.
 * Call it inside a transaction: it stops at the first document that cannot be published.
 *
 * @returns how many articles (languages not counted) and comments were written
 * @throws Error that names the document and why it could not be written
 */
export async function writeDocuments(strapi: Core.Strapi, content: ExampleContent, images: ImageIds): Promise<{ articles: number, comments: number }> {
  const written: Written = { organisations: new Map(), people: new Map(), topics: new Map() }
  for (const organisation of content.organisations) {
    const { slug, name, kind, parent, website, description, translations } = organisation
    written.organisations.set(slug, await create(strapi, 'api::organisation.organisation', `organisations/${slug}.yaml`, () => ({
      name,
      slug,
      kind,
      parent: parent === undefined ? null : known(written.organisations, parent),
      website: website ?? null,
      description: markdownToBlocks(description),
      translations: [{ language: 'en', description: markdownToBlocks(translations.en) }],
    })))
  }
  for (const { slug, name, role, organisation, portrait, bio, translations } of content.people) {
    written.people.set(slug, await create(strapi, 'api::person.person', `people/${slug}.yaml`, () => ({
      name,
      slug,
      role,
      organisation: known(written.organisations, organisation),
      portrait: toFigure(portrait, images),
      bio: markdownToBlocks(bio),
      translations: [{ language: 'en', role: translations.en.role, bio: markdownToBlocks(translations.en.bio) }],
    })))
  }
  for (const [slug, { sv, en }] of Object.entries(content.topics)) {
    written.topics.set(slug, await create(strapi, 'api::topic.topic', `topics.yaml, ${slug}`, () =>
      ({ name: sv, slug, translations: [{ language: 'en', name: en }] })))
  }
  let comments = 0
  for (const article of content.articles) {
    const articleId = await writeArticle(strapi, article, written, images)
    comments += await writeComments(strapi, article, articleId, written.people)
  }
  return { articles: content.articles.length, comments }
}

async function writeArticle(strapi: Core.Strapi, article: ArticleDocument, written: Written, images: ImageIds): Promise<string> {
  const [first, ...later] = article.forms
  if (!first)
    throw new Error(`articles/${article.slug}/sv.md has no text`)
  const all = (slugs: string[], among: Map<string, string>) => slugs.map(slug => known(among, slug))
  const id = await create(strapi, 'api::article.article', `articles/${article.slug}/sv.md`, () => ({
    kind: article.kind,
    commentsOpen: article.commentsOpen,
    authors: all(article.authors, written.people),
    subjects: all(article.subjects, written.people),
    organisations: all(article.organisations, written.organisations),
    publisher: known(written.organisations, article.publisher),
    topics: all(article.topics, written.topics),
    ...toLocalisedData(article, article.slug, first, images),
  }), 'sv')
  for (const form of later)
    await publish(strapi, id, `articles/${article.slug}/sv.md`, () => toLocalisedData(article, article.slug, form, images), 'sv')
  const { english } = article
  for (const form of english?.forms ?? []) {
    if (english)
      await publish(strapi, id, `articles/${article.slug}/en.md`, () => toLocalisedData(english, english.slug, form, images), 'en')
  }
  return id
}

/** Writes a thread from its first comment to its last, each before its replies; says how many there were. */
async function writeComments(strapi: Core.Strapi, article: ArticleDocument, articleId: string, people: Map<string, string>): Promise<number> {
  const write = async (comments: CommentDocument[], parentId: string | null): Promise<number> => {
    let count = comments.length
    for (const comment of comments) {
      const id = await create(strapi, 'api::comment.comment', `articles/${article.slug}/comments.yaml, ${comment.at}`, () => ({
        articleId,
        parentId,
        moderationStatus: 'approved',
        authorName: comment.author ?? null,
        personId: comment.person === undefined ? null : known(people, comment.person),
        bodyText: comment.text,
        isQuestion: comment.question,
        answeredAt: comment.answered ?? null,
        writtenAt: comment.at,
      }))
      count += await write(comment.replies, id)
    }
    return count
  }
  return write(article.comments, null)
}

async function create(strapi: Core.Strapi, uid: UID.ContentType, place: string, toData: () => object, locale?: string): Promise<string> {
  return named(place, async () => {
    const status = uid === 'api::comment.comment' ? {} : { status: 'published' as const }
    return v.parse(documentSchema, await strapi.documents(uid).create({ data: toData(), ...status, ...(locale ? { locale } : {}) })).documentId
  })
}

async function publish(strapi: Core.Strapi, documentId: string, place: string, toData: () => object, locale: string): Promise<void> {
  await named(place, () => strapi.documents('api::article.article').update({ documentId, locale, status: 'published', data: toData() }))
}

async function named<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  }
  catch (error) {
    throw new Error(`${place} could not be published: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function known(documents: Map<string, string>, slug: string): string {
  const id = documents.get(slug)
  if (id === undefined)
    throw new Error(`it points at "${slug}", which is not among the example content`)
  return id
}

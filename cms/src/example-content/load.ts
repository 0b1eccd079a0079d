import type { Core, UID } from '@strapi/strapi'
import path from 'node:path'
import { readExampleContent } from './read-documents'
import { removeImages, uploadImages } from './upload-images'
import { writeDocuments } from './write-documents'

export interface LoadedExamples {
  /** False when there was content already; then nothing was written. */
  loaded: boolean
  articles: number
  people: number
  organisations: number
  topics: number
  comments: number
  images: number
}

const contentTypes: UID.ContentType[] = ['api::article.article', 'api::person.person', 'api::organisation.organisation', 'api::topic.topic']

/**
 * Publishes the content in `cms/example-content`, if there is no article, person, organisation or topic yet.
 * All or nothing: on an error the documents roll back and the images that it uploaded are removed.
 *
 * @returns how much was written
 * @throws Error that names the document and what is wrong with it
 */
export const loadExampleContent = async (strapi: Core.Strapi): Promise<LoadedExamples> =>
  loadExampleContentFrom(strapi, path.join(strapi.dirs.app.root, 'example-content'))

/** As `loadExampleContent`, from a folder of the same form. */
export async function loadExampleContentFrom(strapi: Core.Strapi, folder: string): Promise<LoadedExamples> {
  if (await hasContent(strapi))
    return { loaded: false, articles: 0, people: 0, organisations: 0, topics: 0, comments: 0, images: 0 }
  const content = readExampleContent(folder)
  // before the transaction: it would hold SQLite's only connection while images are scaled
  const { ids, uploaded } = await uploadImages(strapi, path.join(folder, 'images'), content.images)
  try {
    const written = await strapi.db.transaction(() => writeDocuments(strapi, content, ids))
    return {
      loaded: true,
      ...written,
      people: content.people.length,
      organisations: content.organisations.length,
      topics: Object.keys(content.topics).length,
      images: ids.size,
    }
  }
  catch (error) {
    await removeImages(strapi, uploaded)
    throw error
  }
}

async function hasContent(strapi: Core.Strapi): Promise<boolean> {
  for (const uid of contentTypes) {
    if (await strapi.db.query(uid).count() > 0)
      return true
  }
  return false
}

import { createClient } from '@klartext/client'

/**
 * The page that is measured: the essay with the longest thread among what is published.
 *
 * @param {{ cmsUrl: string }} stack
 * @returns {Promise<{ path: string, id: string, commentCount: number }>}
 * @throws {Error} when there is no essay
 */
export async function longEssay({ cmsUrl }) {
  const { items } = await createClient({ baseUrl: cmsUrl }).articles.list({ kind: 'essay', limit: 100 })
  const [essay] = items.toSorted((a, b) => b.commentCount - a.commentCount)
  if (essay === undefined)
    throw new Error('There is no essay to measure.')
  return { path: new URL(essay.url).pathname, id: essay.id, commentCount: essay.commentCount }
}

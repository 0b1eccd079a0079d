import type { Topic } from '@klartext/contract'
import type { Language } from '../../shared/languages'
import { maxLimit } from '@klartext/contract'
import { cms } from './client'

/** Every topic, by name in the reader's language. Reads page after page: topics are few. */
export async function allTopics(language: Language): Promise<Topic[]> {
  const topics: Topic[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await cms().topics.list({ language, page, limit: maxLimit })
    topics.push(...items)
    if (items.length === 0 || topics.length >= total)
      break
  }
  return topics.sort((a, b) => a.name.localeCompare(b.name, language))
}

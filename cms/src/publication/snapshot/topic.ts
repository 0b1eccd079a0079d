import type { TopicEntry } from '../entries/entry-schemas'
import type { TopicSnapshot } from './schemas'
import { defaultLanguage } from '../languages'
import { fieldText } from '../text/typography'

export type CompleteTopic = TopicEntry & { slug: string, name: string }

/** What becomes public of a topic, member by member; whatever is not named here stays inside. */
export function topicSnapshot(entry: CompleteTopic): TopicSnapshot {
  return {
    id: entry.documentId,
    type: 'topic',
    slug: entry.slug,
    name: fieldText(entry.name, defaultLanguage) ?? '',
    translations: entry.translations.flatMap(({ language, name }) => {
      const text = fieldText(name, language)
      return text ? [{ language, name: text }] : []
    }),
  }
}

import type { LoggedChange } from './read/changes'
import { languageQuery, plurals, resourceUrl, withQuery } from './addresses'

/** A change as the feed and the stream tell it, with where the changed document is, or was. */
export const presentChange = (cmsUrl: string, change: LoggedChange) => ({ ...change, tags: tagsOf(change), links: { self: addressOf(cmsUrl, change) } })

/** Earlier versions named the lists of all articles alone; one of them may still publish while this one answers already. */
const tagsOf = ({ tags }: LoggedChange): string[] =>
  tags.includes('list:articles') && !tags.some(tag => tag.startsWith('list:articles:')) ? [...tags, 'list:articles:narrowed'] : tags

function addressOf(cmsUrl: string, { type, slug, language }: LoggedChange): string | null {
  if (slug === null || type === 'topic')
    return type === 'topic' ? resourceUrl(cmsUrl, plurals.topic) : null
  const url = type === 'comment' ? resourceUrl(cmsUrl, 'articles', slug, 'comments') : resourceUrl(cmsUrl, plurals[type], slug)
  return withQuery(url, languageQuery(language ?? 'sv'))
}

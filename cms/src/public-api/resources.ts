import type { Resource } from './resource'
import { apiInfo } from './routes/api-info'
import { article } from './routes/article'
import { articles } from './routes/articles'
import { changes } from './routes/changes'
import { comment } from './routes/comment'
import { commentPreview } from './routes/comment-preview'
import { comments } from './routes/comments'
import { organisations, people, topics } from './routes/named-list'
import { openness } from './routes/openness'
import { reports } from './routes/reports'
import { organisation, person } from './routes/single-document'
import { version, versions } from './routes/versions'

/** Every resource of the public API; a path that is not here is 404. */
export const resources: readonly Resource[] = [
  apiInfo,
  articles,
  article,
  versions,
  version,
  comments,
  commentPreview,
  comment,
  reports,
  people,
  person,
  organisations,
  organisation,
  topics,
  openness,
  changes,
]

const table = resources.map(resource => ({ resource, pattern: resource.pattern.split('/') }))

/** The resource at the decoded segments below `/api/v1`, with the values of its named segments. */
export function findResource(segments: readonly string[]): { resource: Resource, params: string[] } | null {
  for (const { resource, pattern } of table) {
    if (pattern.length === segments.length && pattern.every((part, index) => part.startsWith(':') || part === segments[index]))
      return { resource, params: segments.filter((_, index) => pattern[index]?.startsWith(':')) }
  }
  return null
}

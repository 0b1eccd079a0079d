import type { LoggedChange } from '../../../src/public-api/read/changes'
import { describe, expect, it } from 'vitest'
import { presentChange } from '../../../src/public-api/present-change'

const change = (over: Partial<LoggedChange>): LoggedChange =>
  ({ seq: 1, at: '2026-05-01T10:00:00.000Z', action: 'published', type: 'article', id: 'a', language: 'sv', slug: 'en-artikel', version: 1, tags: [], ...over })

describe('presentChange', () => {
  it.each([
    ['an earlier version, which named the lists of all articles alone', ['article:a', 'list:articles'], ['article:a', 'list:articles', 'list:articles:narrowed']],
    ['this version', ['article:a', 'list:articles', 'list:articles:topic:t'], ['article:a', 'list:articles', 'list:articles:topic:t']],
    ['a list that it changes not', ['person:p', 'list:people'], ['person:p', 'list:people']],
  ])('tells the tags of %s', (_, logged, told) => expect(presentChange('https://cms.example', change({ tags: logged })).tags).toEqual(told))

  it.each([
    [change({}), 'https://cms.example/api/v1/articles/en-artikel'],
    [change({ type: 'comment', language: null }), 'https://cms.example/api/v1/articles/en-artikel/comments'],
    [change({ type: 'topic', language: null }), 'https://cms.example/api/v1/topics'],
    [change({ slug: null }), null],
  ])('says where it is', (logged, self) => expect(presentChange('https://cms.example', logged).links).toEqual({ self }))
})

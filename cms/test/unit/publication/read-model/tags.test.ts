import type { ArticleSnapshot, PersonLink } from '../../../../src/publication/snapshot/schemas'
import { describe, expect, it } from 'vitest'
import { tagsOf } from '../../../../src/publication/read-model/tags'
import { changeTags } from '../../../../src/publication/reconcile/change-tags'

const organisation = { id: 'kommun', slug: 'kommun', url: '/organisationer/kommun', name: 'Kommunen' }
const person = (id: string): PersonLink => ({ id, slug: id, url: `/personer/${id}`, name: id, role: null, organisation, portrait: null })
const article: ArticleSnapshot = {
  id: 'artikel',
  type: 'article',
  kind: 'essay',
  language: 'sv',
  slug: 'artikel',
  url: '/artiklar/artikel',
  title: 'Artikel',
  standfirst: null,
  description: null,
  cover: null,
  authors: [person('elin')],
  subjects: [person('elin'), person('maja')],
  organisations: [],
  publisher: { ...organisation, id: 'utgivare' },
  topics: [{ id: 'vatten', slug: 'vatten', name: 'Vatten' }],
  commentsOpen: true,
  body: [{ type: 'dialogue', speaker: { id: 'bo', name: 'Bo', slug: 'bo' }, children: [] }],
}

describe('tagsOf', () => {
  it('an article stands for everything whose name it shows, employers included', () => {
    expect(tagsOf({ type: 'article', id: 'artikel' }, article)).toBe('article:artikel,person:elin,person:maja,person:bo,organisation:utgivare,topic:vatten,organisation:kommun')
  })
  it('a withdrawn article stands for itself', () => expect(tagsOf({ type: 'article', id: 'artikel' }, null)).toBe('article:artikel'))
  it('a topic stands for the lists of topics too, whose numbers it shows', () => {
    expect(tagsOf({ type: 'topic', id: 'vatten' }, { id: 'vatten', type: 'topic', slug: 'vatten', name: 'Vatten', translations: [] })).toBe('topic:vatten,list:topics')
  })
})

describe('changeTags', () => {
  it('names the document, its lists, and the lists and threads that change with it, each once', () => {
    expect(changeTags({
      type: 'person',
      id: 'elin',
      named: [],
      recounted: [],
      dependents: { documents: [{ type: 'article', id: 'a', language: 'sv' }, { type: 'article', id: 'b', language: 'sv' }], comments: [{ id: 'c', articleId: 'a' }, { id: 'd', articleId: 'a' }] },
    })).toBe('person:elin,list:people,list:articles,list:articles:narrowed,comments:a')
  })
  it('names the lists that an article stands in, and those whose numbers change with it, each once', () => {
    const named = [{ type: 'person', id: 'elin' }, { type: 'topic', id: 'vatten' }, { type: 'person', id: 'elin' }] as const
    expect(changeTags({ type: 'article', id: 'a', named, recounted: [{ type: 'person', id: 'elin' }, { type: 'organisation', id: 'kommun' }], dependents: { documents: [], comments: [] } }))
      .toBe('article:a,list:articles,list:articles:person:elin,list:articles:topic:vatten,list:people,list:organisations')
  })
})

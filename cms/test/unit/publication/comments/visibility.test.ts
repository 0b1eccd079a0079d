import type { CommentRow } from '../../../../src/publication/comments/comment-row'
import { expect, it } from 'vitest'
import schema from '../../../../src/api/comment/content-types/comment/schema.json'
import { moderationStatuses } from '../../../../src/publication/comments/comment-row'
import { appearanceOf, isPublicStatus } from '../../../../src/publication/comments/visibility'

const comment = (moderationStatus: CommentRow['moderationStatus'], path: string | null): CommentRow => ({
  documentId: 'a',
  articleId: 'b',
  parentId: null,
  path,
  moderationStatus,
  authorName: null,
  personId: null,
  bodyText: 'Hej',
  isQuestion: false,
  answeredAt: null,
  writtenAt: null,
  hiddenRule: null,
  hiddenAt: null,
})

it('knows every status of the content type', () => expect([...moderationStatuses]).toEqual(schema.attributes.moderationStatus.enum))

it('only the approved show their text', () => expect(moderationStatuses.filter(isPublicStatus)).toEqual(['approved']))

it.each(moderationStatuses)('%s: what was never public leaves nothing', (status) => {
  expect(appearanceOf(comment(status, null), true)).toBe(status === 'approved' ? 'approved' : null)
})

it.each([
  ['approved', 'approved', 'approved'],
  ['hidden', 'hidden', 'hidden'],
  ['pending', null, 'hidden'],
  ['declined', null, 'hidden'],
  ['spam', null, 'hidden'],
  ['withdrawn', null, 'hidden'],
  ['erased', null, 'hidden'],
] as const)('%s after it was public: alone %j, with answers %j', (status, alone, answered) => {
  expect(appearanceOf(comment(status, '0001'), false)).toBe(alone)
  expect(appearanceOf(comment(status, '0001'), true)).toBe(answered)
})

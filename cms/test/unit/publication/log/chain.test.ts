import type { NewLogRow } from '../../../../src/publication/log/log-row'
import { expect, it } from 'vitest'
import { canonicalJson, sha256 } from '../../../../src/publication/log/canonical-json'
import { chainOf, chainStart } from '../../../../src/publication/log/chain'

const row: Omit<NewLogRow, 'snapshot'> & { digest: string } = {
  subjectType: 'article',
  documentId: 'a'.repeat(24),
  language: 'sv',
  slug: 'rubrik',
  action: 'published',
  version: 1,
  changeKind: null,
  changeNote: null,
  at: '2026-05-01T08:00:00.000Z',
  actor: 'admin:1',
  firstPublishedAt: '2026-05-01T08:00:00.000Z',
  publicUpdatedAt: '2026-05-01T08:00:00.000Z',
  tags: 'article:a',
  digest: sha256('{}'),
}

it('is the hash of the row before it and of the row itself', () => {
  expect(chainOf(chainStart, row)).toBe(sha256(`${'0'.repeat(64)}\n${canonicalJson(row)}`))
})

it('does not depend on seq, snapshot or the chain itself', () => {
  expect(chainOf(chainStart, { ...row, ...{ seq: 7, snapshot: 'x', chain: 'y' } })).toBe(chainOf(chainStart, row))
})

it.each(Object.keys(row))('changes with %s', (member) => {
  expect(chainOf(chainStart, { ...row, [member]: 'annat' })).not.toBe(chainOf(chainStart, row))
})

it('changes with the row before', () => expect(chainOf(sha256('a'), row)).not.toBe(chainOf(chainStart, row)))

import type { PreviousVersion, StatedChange } from '../../../../src/publication/rules/next-version'
import { describe, expect, it } from 'vitest'
import { nextVersion } from '../../../../src/publication/rules/next-version'

const now = '2026-05-01T08:00:00.000Z'
const earlier = '2014-12-01T11:00:00.000Z'
const later = '2014-12-02T11:00:00.000Z'
const change = (over: Partial<StatedChange> = {}): StatedChange => ({ changeKind: null, changeNote: null, statedPublishedAt: null, statedUpdatedAt: null, ...over })
const previous = (over: Partial<PreviousVersion> = {}): PreviousVersion => ({ version: 3, firstPublishedAt: earlier, publicUpdatedAt: later, hasSameContent: false, lastNote: null, ...over })

describe('the first version', () => {
  it.each([
    ['states nothing', {}, now, now],
    ['states when it was published', { statedPublishedAt: earlier }, earlier, earlier],
    ['states only when it was changed', { statedUpdatedAt: later }, null, later],
    ['states both', { statedPublishedAt: earlier, statedUpdatedAt: later }, earlier, later],
  ])('%s', (_, over, firstPublishedAt, publicUpdatedAt) => {
    expect(nextVersion(change(over), null, now)).toEqual({ version: 1, changeKind: null, changeNote: null, firstPublishedAt, publicUpdatedAt })
  })
})

describe('a later version', () => {
  it.each([
    ['of other content', change(), previous(), now],
    ['of a correction', change({ changeKind: 'correction' }), previous(), now],
    ['of new information', change({ changeKind: 'new-information' }), previous(), now],
    ['of language alone', change({ changeKind: 'language' }), previous(), later],
    ['of the same content, after an unpublishing', change(), previous({ hasSameContent: true }), later],
  ])('%s', (_, stated, before, publicUpdatedAt) => {
    expect(nextVersion(stated, before, now)).toEqual({ version: 4, changeKind: stated.changeKind, changeNote: null, firstPublishedAt: earlier, publicUpdatedAt })
  })
  it('does not hear of stated dates any more', () => {
    expect(nextVersion(change({ statedPublishedAt: now, statedUpdatedAt: now }), previous({ firstPublishedAt: null, hasSameContent: true }), now)).toMatchObject({ firstPublishedAt: null, publicUpdatedAt: later })
  })
})

describe('a change note', () => {
  it.each([
    ['Rätt år är 2021.', null, 'Rätt år är 2021.'],
    ['Rätt år är 2021.', 'Rätt år är 2021.', null],
    [' Rätt år är 2021. ', 'Rätt år är 2021.', null],
    ['Ny siffra.', 'Rätt år är 2021.', 'Ny siffra.'],
    [' ', 'Rätt år är 2021.', null],
    [null, null, null],
  ])('%j after %j is logged as %j', (changeNote, lastNote, logged) => {
    expect(nextVersion(change({ changeNote }), previous({ lastNote }), now).changeNote).toBe(logged)
  })
})

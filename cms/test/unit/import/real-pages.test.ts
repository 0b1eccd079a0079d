import type { ParsedPage } from '../../../src/import/parsed-page'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/import/parse-page'

const samples = path.resolve(__dirname, '../../../../../shared/samples')
const present = existsSync(samples)
const name = present ? 'two real pages' : 'two real pages (skipped: ../shared/samples is not here)'
const read = (file: string): string => present ? readFileSync(path.join(samples, file), 'utf8') : 'Rubrik\n\nText.'
const count = (page: ParsedPage, type: string): number => page.parts.filter(part => part.type === type).length

describe.skipIf(!present)(name, () => {
  const lines = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line !== '')
  const profileLines = lines(read('profile.sv.txt'))
  const essayLines = lines(read('essay.sv.txt'))
  const profile = parsePage(read('profile.sv.txt'))
  const essay = parsePage(read('essay.sv.txt'))

  it('the profile', () => {
    expect(profile).toMatchObject({ kind: 'profile', statedPublishedAt: null, statedUpdatedAt: '2014-12-02T11:00:00.000Z', comments: [], commentsOpen: false })
    expect([profile.title, profile.standfirst]).toEqual([profileLines[0], profileLines[2]])
    expect(['figure', 'paragraph', 'heading', 'dialogue', 'list'].map(type => count(profile, type))).toEqual([1, 8, 3, 9, 0])
    const [figure, below] = profile.parts
    expect(figure).toMatchObject({ type: 'figure', alt: expect.stringMatching(/^Foto på \p{Lu}\p{L}+ \p{Lu}\p{L}+$/u) })
    expect(figure?.type === 'figure' && below?.type === 'paragraph' && figure.alt + below.text).toBe(profileLines[3])
    expect(profile.placements.filter(({ became }) => became === 'furniture').map(({ text }) => text)).toEqual(['loader', 'Laddar'])
  })

  it('the essay', () => {
    expect(essay).toMatchObject({ title: essayLines[0], kind: 'essay', standfirst: null, statedPublishedAt: null, statedUpdatedAt: null, commentsOpen: true })
    expect(['infographic', 'heading', 'dialogue', 'list', 'paragraph'].map(type => count(essay, type))).toEqual([1, 12, 0, 2, 24])
    expect(essay.parts.at(-1)?.type).toBe('infographic')
    expect(essay.parts.flatMap(part => part.type === 'list' ? [part.list.items.length] : [])).toEqual([8, 5])
    expect(essay.comments.map(comment => comment.replies.map(reply => reply.replies.length))).toEqual([[], [], [0], []])
    expect(essay.comments[2]?.replies[0]?.text.split('\n\n')).toHaveLength(5)
    expect(essay.placements.filter(({ became }) => became === 'furniture')).toHaveLength(4)
  })

  it('nothing is left without a place', () => {
    for (const page of [profile, essay])
      expect(page.placements.filter(({ became }) => became === 'unplaced')).toEqual([])
  })
})

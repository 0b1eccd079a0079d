import type { ArticleSummary } from '@klartext/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editFrontPage } from '~/components/start/edit-front-page'
import { examples } from '../../../../fixture-content'

const face = (id: string): ArticleSummary => ({ ...examples.profile, id })
const words = (id: string): ArticleSummary => ({ ...examples.essay, id, cover: null })
const pieces = (text: string) => [...text].map(letter => letter === letter.toUpperCase() ? face(letter) : words(letter))
const ids = (articles: readonly ArticleSummary[]) => articles.map(({ id }) => id).join('')

describe('editFrontPage', () => {
  it.each([
    ['', '', []],
    ['A', 'A', []],
    ['aA', 'A', ['/a']],
    ['Aab', 'A', ['/ab']],
    ['ABCDE', 'A', ['BC/', 'DE/']],
    ['ABCDEFGHabc', 'A', ['B/abc', 'CDE/', 'FGH/']],
    ['aABbcd', 'A', ['B/abc', '/d']],
    ['ABCDEFabcdef', 'A', ['B/abc', 'CDE/', 'F/def']],
    ['ABCDEF', 'A', ['BCD/', 'EF/']],
  ])('%s leads with %s', (text, lead, spreads) => {
    const front = editFrontPage(pieces(text))
    expect(front.lead?.id ?? '').toBe(lead)
    expect(front.spreads.map(spread => `${ids(spread.faces)}/${ids(spread.words)}`)).toEqual(spreads)
  })

  it('shows every text once and leaves no spread empty', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...'ABCDEFGHIabcdefghi')), (letters) => {
      const front = editFrontPage(pieces(letters.join('')))
      const shown = [front.lead, ...front.spreads.flatMap(spread => [...spread.faces, ...spread.words])].flatMap(article => article ? [article.id] : [])
      expect(shown.toSorted()).toEqual(letters.toSorted())
      expect(front.spreads.filter(spread => spread.faces.length + spread.words.length === 0)).toEqual([])
    }))
  })
})

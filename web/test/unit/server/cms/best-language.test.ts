import type { ArticleSummary } from '@klartext/contract'
import { expect, it } from 'vitest'
import { inBestLanguage } from '../../../../server/cms/best-language'
import { examples } from '../../../fixture-content'

const article = (id: string, language: string): ArticleSummary => ({ ...examples.imported, id, language })

it.each([
  ['sv', ['a sv', 'a en', 'b sv'], ['a sv', 'b sv']],
  ['en', ['a sv', 'a en', 'b sv'], ['a en', 'b sv']],
  ['en', ['a fi', 'a sv'], ['a sv']],
  ['en', ['a fi', 'a de'], ['a fi']],
  ['sv', [], []],
] as const)('for a reader of %s, of %o: %o', (language, given, expected) => {
  const articles = given.map((name) => {
    const [id = '', spoken = ''] = name.split(' ')
    return article(id, spoken)
  })
  expect(inBestLanguage(articles, language).map(best => `${best.id} ${best.language}`)).toEqual(expected)
})

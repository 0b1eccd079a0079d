import { describe, expect, it } from 'vitest'
import { actedLanguages, actsOn } from '../../../../src/publication/reconcile/acted-languages'

describe('actedLanguages', () => {
  it.each([
    [{ entries: [{ locale: 'sv' }, { locale: 'en' }] }, ['sv', 'en']],
    [{ entries: [] }, []],
    [{ documentId: 'a', locale: 'en' }, ['en']],
    [{ documentId: 'a', locale: null }, null],
    [{ documentId: 'a' }, null],
    [null, null],
  ])('%j says %j', (result, languages) => expect(actedLanguages(result)).toEqual(languages))
})

describe('actsOn', () => {
  it.each([
    ['*', 'en', true],
    [['sv', 'en'], 'en', true],
    [['sv'], 'en', false],
    ['en', 'en', true],
    ['en', 'sv', false],
    [undefined, 'sv', true],
    [null, 'en', false],
    ['', 'sv', true],
    [[], 'sv', true],
  ])('%j on %s: %j', (locale, language, acts) => expect(actsOn(locale, language, 'sv')).toBe(acts))
})

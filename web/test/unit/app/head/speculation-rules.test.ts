import { describe, expect, it } from 'vitest'
import { speculationRules } from '~/head/speculation-rules'

const excluded = (language: 'sv' | 'en') => JSON.parse(speculationRules(language).innerHTML).prefetch[0].where.and[1].not.href_matches

describe('speculationRules', () => {
  it.each([
    ['sv', ['/artiklar/*/kommentera', '/artiklar/*/kommentarer/*/anmal', '/min-kommentar/*', '/mina-uppgifter', '/mina-uppgifter/*']],
    ['en', ['/en/articles/*/comment', '/en/articles/*/comments/*/report', '/en/my-comment/*', '/en/my-data', '/en/my-data/*']],
  ] as const)('fetches no page with a form ahead: %s', (language, patterns) => {
    expect(excluded(language)).toEqual(patterns)
    for (const pattern of patterns)
      expect(new URLPattern(pattern, 'https://klartext.example').test(`https://klartext.example${pattern.replaceAll('*', 'x')}?svar=x`)).toBe(true)
  })
})

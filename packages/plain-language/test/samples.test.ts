import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readability } from '../src/readability.js'

const samples = new URL('../../../../shared/samples/', import.meta.url)

/** The blocks of a saved page between its title and what follows the article. */
function blocksUntil(name: string, end: RegExp): string[] {
  const blocks = readFileSync(new URL(name, samples), 'utf8').split(/\n\s*\n/).map(block => block.trim())
  return blocks.slice(0, blocks.findIndex(block => end.test(block))).filter(block => !block.startsWith('- Ändrad'))
}

// By another count the two have LIX 41 and 43; sentences can be split otherwise, so two units either way are let through.
describe.skipIf(!existsSync(samples))('two real pages', () => {
  it.each([
    ['profile.sv.txt', /^loader/, 41],
    ['essay.sv.txt', /^14 thoughts/, 43],
  ])('%s', (name, end, lix) => {
    const measured = readability(blocksUntil(name, end))
    expect(measured.words).toBeGreaterThan(600)
    expect(measured.lix).toBeGreaterThanOrEqual(lix - 2)
    expect(measured.lix).toBeLessThanOrEqual(lix + 2)
  })
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readability, readingMinutes } from '../src/index.js'

it('the README states what its example gives', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const blocks = ['Vinter i Sjövik', 'Vi plogar gatorna. Kommunen betalar, dvs. alla vi som bor här.']
  for (const block of blocks)
    expect(readme).toContain(`'${block}'`)
  const { words, sentences, longWords, lix } = readability(blocks)
  expect(readme).toContain(`// words ${words}, sentences ${sentences}, longWords ${longWords}, lix ${lix}`)
  expect(readme).toContain(`readingMinutes(1600) // ${readingMinutes(1600)}`)
})

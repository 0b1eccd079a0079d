import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readExampleContent } from '../../../src/example-content/read-documents'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'klartext-examples-'))
  cpSync(path.resolve(__dirname, '../../../example-content'), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('reading the example content', () => {
  it('puts parents before their children, and the oldest article first', () => {
    const { organisations, articles } = readExampleContent(folder)
    const place = (slug: string) => organisations.findIndex(one => one.slug === slug)
    expect(place('sjoviks-kommun')).toBeLessThan(place('samhallsbyggnadsforvaltningen'))
    expect(place('samhallsbyggnadsforvaltningen')).toBeLessThan(place('trafikenheten'))
    const dates = articles.map(({ statedPublishedAt }) => statedPublishedAt)
    expect(dates).toEqual([...dates].sort())
  })

  it.each([
    ['a field that is missing', 'people/nadja-ornklo.yaml', 'role: blankettgranskare\n', '', /people\/nadja-ornklo\.yaml: role/],
    ['a field that does not exist', 'people/nadja-ornklo.yaml', 'role: blankettgranskare\n', 'role: a\nemail: b\n', /people\/nadja-ornklo\.yaml: email/],
    ['parents in a circle', 'organisations/sjoviks-kommun.yaml', 'kind: municipality\n', 'kind: municipality\nparent: trafikenheten\n', /chain of parents leads to none or in a circle/],
    ['a text without front matter', 'articles/gangbanan-forst/sv.md', '---\nkind', 'kind', /gangbanan-forst\/sv\.md must begin with front matter/],
    ['a comment by two', 'articles/sidorna-ingen-saknade/comments.yaml', '- author: Vaktmästaren\n', '- author: Vaktmästaren\n  person: samir-haddlund\n', /sidorna-ingen-saknade\/comments\.yaml: 0 – must have either an author or a person/],
    ['a date without an offset', 'articles/gangbanan-forst/sv.md', '2026-04-21T08:00:00+02:00', '2026-04-21', /gangbanan-forst\/sv\.md: statedPublishedAt/],
  ])('names the file with %s', (_, name, from, to, message) => {
    const file = path.join(folder, name)
    const before = readFileSync(file, 'utf8')
    expect(before).toContain(from)
    writeFileSync(file, before.replace(from, to))
    expect(() => readExampleContent(folder)).toThrow(message)
  })
})

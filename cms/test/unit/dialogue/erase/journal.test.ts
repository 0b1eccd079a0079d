import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { appendErasures, journalFile, readErasures } from '../../../../src/dialogue/erase/journal'

const comment = { at: '2026-05-04T10:00:00.000Z', kind: 'comment', id: 'abc123' } as const
const report = { at: '2026-05-04T11:00:00.000Z', kind: 'report', id: 'K7Q2-9FHD' } as const

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klartext-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('reads what was added, and nothing where there is none', () => {
  expect(readErasures(journalFile(folder))).toEqual([])
  appendErasures(folder, [comment])
  appendErasures(folder, [report])
  expect(readErasures(journalFile(folder))).toEqual([comment, report])
})

it.each(['2026-05-04T10:3', '2026-05-04T10:30:00.000Z', '2026-05-04T10:30:00.000Z comm', '2026-05-04T10:30:00.000Z comment ab'])('goes on after a line that broke off at "%s"', (broken) => {
  appendErasures(folder, [comment])
  appendFileSync(journalFile(folder), broken)
  expect(readErasures(journalFile(folder))).toEqual([comment])
  appendErasures(folder, [report])
  expect(readErasures(journalFile(folder))).toEqual([comment, report])
  expect(readFileSync(journalFile(folder), 'utf8')).toBe(`${comment.at} comment abc123\n${report.at} report K7Q2-9FHD\n`)
})

it('names the line of a file that is no journal', () => {
  appendErasures(folder, [comment])
  appendFileSync(journalFile(folder), 'something else\n')
  expect(() => readErasures(journalFile(folder))).toThrow(`Line 2 of ${journalFile(folder)} is no erasure`)
})

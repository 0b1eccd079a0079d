import { describe, expect, it } from 'vitest'
import { reports } from '../../../scripts/reports.mjs'

const answers: [command: string, answer: unknown, said: RegExp, isGood: boolean][] = [
  ['verify-log', { rows: 7, ok: true }, /^7 rows, the chain holds\.$/, true],
  ['verify-log', { rows: 7, ok: false, firstBroken: { seq: 3, why: 'The row was changed.' } }, /broken at row 3: The row was changed\./, false],
  ['rebuild', { documents: 2, comments: 5 }, /^Rebuilt 2 documents, 5 comments in 1\.0 s\.$/, true],
  ['picture-sizes', { made: 3, had: 4, unreadable: [] }, /^Made the sizes of 3 pictures in 1\.0 s; 4 had theirs\.$/, true],
  ['picture-sizes', { made: 0, had: 4, unreadable: ['a.png', 'b.jpg'] }, /\nThese files could not be read as pictures: a\.png, b\.jpg\.$/, false],
  ['load-examples', { loaded: true, articles: 12 }, /^Loaded 12 articles in/, true],
  ['load-examples', { loaded: false, articles: 0 }, /nothing was loaded/, true],
  ['backup', { file: '/b.tar.gz', tables: 84, rows: 9, uploads: 1 }, /^Wrote 9 rows of 84 tables and 1 uploads into \/b\.tar\.gz/, true],
  ['restore', { madeAt: '2026-05-01', tables: 84, rows: 9, uploads: 1, erasedAgain: 2, canReadAddresses: true }, /2 erasures since then were carried out again/, true],
  ['restore', { madeAt: '2026-05-01', tables: 84, rows: 9, uploads: 1, erasedAgain: 0, canReadAddresses: false }, /COMMENT_KEY is not the one/, false],
  ['redact', { what: 'comment', id: 'abc', isDone: true }, /^The comment abc is redacted\.$/, true],
  ['retention', { senders: 1, addresses: 2, reportAddresses: 3, texts: 4, letters: 5 }, /1 hashes.* 5 e-mail addresses, 4 refused comments and 5 rows/, true],
]

describe('what a command says', () => {
  it.each(answers)('%s of %j', (command, answer, said, isGood) => {
    const spoken = reports[command]?.report(answer, 1)
    expect(spoken?.text).toMatch(said)
    expect(spoken?.isGood).toBe(isGood)
  })

  it('is tried for every command, and is nothing of an answer that does not fit', () => {
    expect(new Set(answers.map(([command]) => command))).toEqual(new Set(Object.keys(reports)))
    for (const command of Object.keys(reports))
      expect(() => reports[command]?.report('odd', 1)).toThrow()
  })
})

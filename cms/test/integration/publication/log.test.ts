import type { FreshCms } from '../../harness/fresh-cms'
import type { LogEntry, Newsroom } from './newsroom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, uids } from './newsroom'

let cms: FreshCms
let room: Newsroom

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
afterAll(async () => cms?.dispose())

const data = (title: string) => ({ title, kind: 'essay', body: body() })

describe('many at once', () => {
  it('publishing different articles makes one whole chain', async () => {
    const ids = await Promise.all(Array.from({ length: 24 }, (_, index) => room.draft('article', data(`Samtidig ${index}`))))
    const before = await room.lastSeq()
    const outcomes = await cms.run('documentsAtOnce', ids.map(documentId => ({ uid: uids.article, method: 'publish', params: { documentId } })))
    expect(outcomes).toEqual(ids.map(() => 'done'))
    const rows = await room.log(before)
    expect(new Set(rows.map(row => row.document_id))).toEqual(new Set(ids))
    expect(rows).toHaveLength(ids.length)
    expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  })
  it('publishing the same article writes one version', async () => {
    const id = await room.draft('article', data('Ivrig'))
    const before = await room.lastSeq()
    await cms.run('documentsAtOnce', Array.from({ length: 8 }, () => ({ uid: uids.article, method: 'publish', params: { documentId: id } })))
    expect(await room.log(before)).toMatchObject([{ version: 1 }])
    expect(await room.shown('article', id)).toMatchObject({ version: 1 })
  })
  it('two cannot take the same address', async () => {
    const ids = [await room.draft('article', { ...data('A'), slug: 'samma-adress' }), await room.draft('article', { ...data('B') })]
    await room.sql('update articles set slug = ? where document_id = ?', ['samma-adress', ids[1]])
    const outcomes = await cms.run('documentsAtOnce', ids.map(documentId => ({ uid: uids.article, method: 'publish', params: { documentId } }))) as string[]
    expect(outcomes.filter(outcome => outcome === 'done')).toHaveLength(1)
    expect(outcomes.find(outcome => outcome !== 'done')).toContain('”samma-adress” används redan')
  })
})

describe('verifying', () => {
  let rows: LogEntry[]
  let restore: (() => Promise<void>)[] = []

  beforeAll(async () => {
    rows = await room.log()
    expect(rows.length).toBeGreaterThan(10)
  })

  /** Changes rows of the log for the length of one verification. */
  async function verifyWith(change: () => Promise<void>) {
    restore = []
    await change()
    try {
      return await cms.run('verifyLog')
    }
    finally {
      for (const step of restore.reverse())
        await step()
      expect(await cms.run('verifyLog')).toEqual({ rows: rows.length, ok: true })
    }
  }

  async function setColumn(row: LogEntry, column: keyof LogEntry, value: unknown) {
    await room.sql(`update publication_log set ${column} = ? where seq = ?`, [value, row.seq])
    restore.push(async () => void await room.sql(`update publication_log set ${column} = ? where seq = ?`, [row[column], row.seq]))
  }

  const at = (index: number): LogEntry => {
    const row = rows[index]
    if (!row)
      throw new Error(`there is no row ${index}`)
    return row
  }

  it('finds a changed snapshot', async () => {
    expect(await verifyWith(() => setColumn(at(3), 'snapshot', (at(3).snapshot ?? '').replace('En text', 'En annan text')))).toMatchObject({ ok: false, firstBroken: { seq: at(3).seq, why: expect.stringContaining('snapshot') } })
  })
  it('finds a changed snapshot that was given its own digest', async () => {
    expect(await verifyWith(async () => {
      await setColumn(at(3), 'snapshot', '{}')
      await setColumn(at(3), 'digest', '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    })).toMatchObject({ ok: false, firstBroken: { seq: at(3).seq } })
  })
  it.each([
    ['document_id', 'b'.repeat(24)],
    ['language', 'en'],
    ['slug', 'annan'],
    ['action', 'unpublished'],
    ['version', 9],
    ['change_kind', 'language'],
    ['change_note', 'En notis.'],
    ['at', '2020-01-01T00:00:00.000Z'],
    ['actor', 'admin:9'],
    ['first_published_at', null],
    ['public_updated_at', '2020-01-01T00:00:00.000Z'],
    ['tags', ''],
    ['chain', '0'.repeat(64)],
    ['digest', '0'.repeat(64)],
  ] as const)('finds a changed %s', async (column, value) => {
    expect(await verifyWith(() => setColumn(at(4), column, value))).toMatchObject({ ok: false, firstBroken: { seq: at(4).seq } })
  })
  it('finds a row that was taken out of the middle', async () => {
    const gone = at(5)
    expect(await verifyWith(async () => {
      await room.sql('update publication_log set seq = ? where seq = ?', [-gone.seq, gone.seq])
      restore.push(async () => void await room.sql('update publication_log set seq = ? where seq = ?', [gone.seq, -gone.seq]))
    })).toMatchObject({ ok: false, firstBroken: { seq: at(6).seq } })
  })
  it('finds two rows in each other’s place', async () => {
    const swap = async (a: number, b: number) => {
      for (const [from, to] of [[a, -1], [b, a], [-1, b]])
        await room.sql('update publication_log set seq = ? where seq = ?', [to, from])
    }
    expect(await verifyWith(async () => {
      await swap(at(5).seq, at(6).seq)
      restore.push(() => swap(at(5).seq, at(6).seq))
    })).toMatchObject({ ok: false, firstBroken: { seq: at(5).seq } })
  })
  it('finds that the last row is gone as long as something public stands on it', async () => {
    const last = at(rows.length - 1)
    expect(await verifyWith(async () => {
      await room.sql('update publication_log set seq = ? where seq = ?', [-last.seq, last.seq])
      restore.push(async () => void await room.sql('update publication_log set seq = ? where seq = ?', [last.seq, -last.seq]))
    })).toMatchObject({ ok: false, firstBroken: { seq: last.seq } })
  })
  it('is content with a redacted snapshot', async () => {
    expect(await verifyWith(() => setColumn(at(3), 'snapshot', null))).toMatchObject({ ok: true })
  })
  it('reads a log of several batches', async () => {
    const id = await room.create('article', data('Ofta'))
    for (let round = 0; round < 3; round++)
      await room.update('article', id, { title: `Ofta ${round}` })
    rows = await room.log()
    expect(await cms.run('verifyLog')).toEqual({ rows: rows.length, ok: true })
  })
})

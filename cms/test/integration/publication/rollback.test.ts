import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, uids } from './newsroom'

let cms: FreshCms
let room: Newsroom
let person: string

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  person = await room.create('person', { name: 'Maja Lindqvist' })
})
afterAll(async () => cms?.dispose())

const isPostgres = inject('engine') === 'postgres'

/** Makes every insert into a table fail until it is taken back. */
async function breakTable(table: string): Promise<() => Promise<void>> {
  if (!isPostgres) {
    await room.sql(`create trigger broken before insert on ${table} begin select raise(abort, 'thrown by the test'); end`)
    return async () => void await room.sql('drop trigger broken')
  }
  await room.sql('create or replace function broken() returns trigger language plpgsql as $$ begin raise exception \'thrown by the test\'; end $$')
  await room.sql(`create trigger broken before insert on ${table} for each row execute function broken()`)
  return async () => void await room.sql(`drop trigger broken on ${table}`)
}

/** Everything that publishing writes: ours, and Strapi's own rows. */
async function everything() {
  return {
    log: await room.log(),
    readModel: await room.readModel(),
    articles: await room.sql('select id, document_id, title, slug, locale, published_at from articles order by id'),
    parts: await room.sql('select count(*) as total from components_body_texts'),
    authors: await room.sql('select * from articles_authors_lnk order by id'),
  }
}

const data = (title: string) => ({ title, kind: 'essay', body: body(), authors: [person] })

describe.each(['publication_log', 'public_document', 'public_listing', 'public_reference', 'public_total'])('when writing %s fails', (table) => {
  it('a first publish and a new version leave nothing', async () => {
    const draft = await room.draft('article', data(`Ny ${table}`))
    const known = await room.create('article', data(`Känd ${table}`))
    const before = await everything()
    await cms.run('listen')
    const mend = await breakTable(table)
    try {
      await expect(room.publish('article', draft)).rejects.toThrow('thrown by the test')
      await expect(room.update('article', known, { title: 'Ändrad', kind: 'profile' })).rejects.toThrow('thrown by the test')
      await expect(room.create('article', data('Skapad'))).rejects.toThrow('thrown by the test')
    }
    finally {
      await mend()
    }
    expect(await everything()).toEqual(before)
    expect(await cms.run('heard')).toBe(0)
    await room.publish('article', draft)
    expect(await room.shown('article', draft)).toMatchObject({ version: 1 })
  })
})

describe('when the log cannot be written', () => {
  it('unpublishing, deleting and withdrawing leave everything public', async () => {
    const id = await room.create('article', data('Kvar'))
    const before = await everything()
    const mend = await breakTable('publication_log')
    try {
      await expect(room.unpublish('article', id)).rejects.toThrow('thrown by the test')
      await expect(room.remove('article', id)).rejects.toThrow('thrown by the test')
      await expect(cms.run('withdraw', { documentId: id, language: 'sv', notice: 'Fel.' })).rejects.toThrow('thrown by the test')
    }
    finally {
      await mend()
    }
    expect(await everything()).toEqual(before)
  })
  it('a comment is not approved', async () => {
    const id = await room.create('article', data('Kommenterad'))
    const comment = await room.draft('comment', { articleId: id, bodyText: 'Hej', moderationStatus: 'pending' })
    const mend = await breakTable('publication_log')
    try {
      await expect(room.save('comment', comment, { moderationStatus: 'approved' })).rejects.toThrow('thrown by the test')
    }
    finally {
      await mend()
    }
    expect(await room.call('comment', 'findOne', { documentId: comment })).toMatchObject({ moderationStatus: 'pending', path: null })
    expect(await room.shown('article', id)).toMatchObject({ commentCount: 0 })
  })
})

describe('when something inside Strapi’s own work fails', () => {
  it.each(['publish', 'unpublish', 'delete'])('%s leaves everything as it was', async (method) => {
    const id = await room.create('article', data(`Inuti ${method}`))
    await room.save('article', id, { title: 'Nytt utkast' })
    const before = await everything()
    await cms.run('failInside', { uid: uids.article, action: method })
    try {
      await expect(room.call('article', method, { documentId: id })).rejects.toThrow('thrown by the test')
    }
    finally {
      await cms.run('failInside', null)
    }
    expect(await everything()).toEqual(before)
  })
})

it('a transaction around several publications takes all of them back', async () => {
  const ids = [await room.draft('article', data('Ett')), await room.draft('article', data('Två'))]
  const before = await everything()
  await cms.run('documentsRolledBack', ids.map(documentId => ({ uid: uids.article, method: 'publish', params: { documentId } })))
  expect(await everything()).toEqual(before)
})

it('leaves a whole log and a read model that a rebuild makes the same', async () => {
  expect(await cms.run('verifyLog')).toMatchObject({ ok: true })
  const before = await room.readModel()
  await cms.run('rebuild')
  expect(await room.readModel()).toEqual(before)
})

import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from './newsroom'
import { articleSchema } from '@klartext/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom, text } from './newsroom'

let cms: FreshCms
let room: Newsroom

beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
afterAll(async () => cms?.dispose())

const preview = async (documentId: string, language = 'sv') => {
  const article = await cms.run('preview', { documentId, language })
  return article === null ? null : v.parse(v.strictObject(articleSchema.entries), article)
}

it('is what publishing would make of the draft', async () => {
  const person = await room.create('person', { name: 'Maja Lindqvist' })
  const id = await room.create('article', { title: 'Publik', kind: 'profile', body: body('Publik text.'), subjects: [person] })
  await room.save('article', id, { title: 'Utkast', body: [{ __component: 'body.text', text: text('– Nytt!') }], changeNote: 'Nytt svar.' })
  const before = await room.readModel()
  const shown = await preview(id)
  expect(shown).toMatchObject({ title: 'Utkast', version: 2, changeNote: 'Nytt svar.', body: [{ type: 'dialogue', speaker: { name: 'Maja Lindqvist' } }] })
  expect(await room.readModel()).toEqual(before)
  await room.publish('article', id)
  const { publicUpdatedAt: _at, ...published } = await room.shown('article', id)
  expect(shown).toMatchObject(published)
})

it('shows what is not there yet with stand-ins, and drafts of people who are not public', async () => {
  const organisation = await room.draft('organisation', { name: 'Okänd enhet' })
  const person = await room.draft('person', { name: 'Okända Ann', organisation })
  const id = await room.draft('article', { kind: 'essay', title: 'Halv', authors: [person], body: [{ __component: 'body.figure', alt: 'Ingen bild ännu' }] })
  await room.sql('update articles set kind = null, title = null where document_id = ?', [id])
  expect(await preview(id)).toMatchObject({ title: 'Utan rubrik', kind: 'essay', version: 1, body: [], authors: [{ name: 'Okända Ann', organisation: { name: 'Okänd enhet' } }] })
})

it('is nothing where there is no draft', async () => {
  expect(await preview('f'.repeat(24))).toBeNull()
  expect(await preview(await room.draft('article', { title: 'Bara svenska', kind: 'essay' }), 'en')).toBeNull()
})

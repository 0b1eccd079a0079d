import type { FreshCms } from '../../harness/fresh-cms'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { createNewsroom } from './newsroom'

// Strapi makes varchar(255) of every string, whatever its maxLength says
const schema = v.object({ attributes: v.record(v.string(), v.looseObject({ type: v.string(), maxLength: v.optional(v.number()), columnType: v.optional(v.looseObject({ type: v.string() })) })) })
const source = path.resolve(__dirname, '..', '..', '..', 'src')
const files = globSync(['components/**/*.json', 'api/**/schema.json'], { cwd: source })

let cms: FreshCms
let room: ReturnType<typeof createNewsroom>
beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
})
afterAll(async () => cms?.dispose())

it.each(files)('what %s lets in has room in its column', (file) => {
  const { attributes } = v.parse(schema, JSON.parse(readFileSync(path.join(source, file), 'utf8')))
  const tooLong = Object.entries(attributes).filter(([, { type, maxLength = 0, columnType }]) => type === 'string' && maxLength > 255 && columnType?.type !== 'text')
  expect(tooLong.map(([name]) => name)).toEqual([])
})

it('keeps an address and texts as long as they may be', async () => {
  const website = `https://sjovik.example/${'a'.repeat(470)}`
  const organisation = await room.create('organisation', { name: 'Sjöviks kommun', kind: 'municipality', website, slug: 'sjovik' })
  expect((await room.shown('organisation', organisation)).website).toBe(website)
  const alt = 'En bild. '.repeat(55).trim()
  const id = await room.draft('article', { title: 'Bron', kind: 'essay', body: [{ __component: 'body.figure', alt }] })
  expect(await room.call('article', 'findOne', { documentId: id, populate: { body: true } })).toMatchObject({ body: [{ alt }] })
})

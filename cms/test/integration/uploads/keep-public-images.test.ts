import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, signIn } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'
import { body, createNewsroom } from '../publication/newsroom'

let cms: FreshCms
let room: Newsroom
let administrator: AdminSession
beforeAll(async () => {
  cms = await freshCms()
  room = createNewsroom(cms)
  administrator = await signIn(cms)
})
afterAll(async () => cms?.dispose())

const png = async (background = '#4a6b58') => ({ name: 'bild.png', type: 'image/png', content: new Uint8Array(await sharp({ create: { width: 800, height: 600, channels: 3, background } }).png().toBuffer()) })

async function upload(): Promise<{ id: number, url: string }> {
  const { body: [file] } = await administrator.upload(await png()) as { body: [{ id: number, url: string }] }
  return file
}

const cover = (image: number) => ({ image, alt: 'En bild' })
const bytes = async (url: string) => Buffer.from(await (await fetch(`${cms.url}${url}`)).arrayBuffer())

const places: [where: string, show: (image: number) => Promise<unknown>, name: string][] = [
  ['the main picture of an article', async image => room.create('article', { title: 'Omslag', kind: 'essay', cover: cover(image), body: body() }), 'artikeln ”Omslag”'],
  ['a picture in the text', async image => room.create('article', { title: 'Inuti', kind: 'essay', body: [{ __component: 'body.figure', ...cover(image) }, ...body()] }), 'artikeln ”Inuti”'],
  ['an infographic', async image => room.create('article', { title: 'Diagram', kind: 'essay', body: [{ __component: 'body.infographic', ...cover(image), longDescription: 'Allt.' }] }), 'artikeln ”Diagram”'],
  ['a portrait', async image => room.create('person', { name: 'Maja Ek', portrait: cover(image) }), 'personen ”Maja Ek”'],
  ['a logo', async image => room.create('organisation', { name: 'Sjövik', kind: 'municipality', logo: cover(image) }), 'organisationen ”Sjövik”'],
]

describe.each(places)('%s, while it is public,', (_, show, name) => {
  it('is neither deleted nor replaced, by any way', async () => {
    const { id, url } = await upload()
    const other = await upload()
    await show(id)
    const before = await bytes(url)
    const refused = (advice: string) => ({ status: 400, body: { error: { message: expect.stringMatching(`^”bild.png” visas i ${name} och kan inte .*${advice}`) } } })
    expect(await administrator.request('DELETE', `/upload/files/${id}`)).toMatchObject(refused('publicera ändringen först'))
    expect(await administrator.request('POST', '/upload/actions/bulk-delete', { fileIds: [other.id, id], folderIds: [] })).toMatchObject(refused('publicera ändringen först'))
    expect(await administrator.upload(await png('#733'), id)).toMatchObject(refused('som en egen fil'))
    expect([await bytes(url), (await fetch(`${cms.url}${other.url}`)).status]).toEqual([before, 200])
  })
})

it('a picture in a folder goes with it only when nothing public shows it', async () => {
  const folder = String(read((await administrator.request('POST', '/upload/folders', { name: 'Mapp', parent: null })).body, 'data', 'id'))
  const { id, url } = await upload()
  await administrator.request('POST', '/upload/actions/bulk-move', { fileIds: [id], folderIds: [], destinationFolderId: Number(folder) })
  const article = await room.create('article', { title: 'Mappad', kind: 'essay', cover: cover(id), body: body() })
  const remove = async () => administrator.request('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [Number(folder)] })
  expect(await remove()).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('artikeln ”Mappad”') } } })
  expect((await fetch(`${cms.url}${url}`)).status).toBe(200)
  await room.unpublish('article', article)
  expect(await remove()).toMatchObject({ status: 200 })
  expect((await fetch(`${cms.url}${url}`)).status).toBe(404)
})

it('a picture that only a draft shows is deleted and replaced at will', async () => {
  const { id } = await upload()
  await room.draft('article', { title: 'Utkast', kind: 'essay', cover: cover(id), body: body() })
  expect(await administrator.upload(await png('#733'), id)).toMatchObject({ status: 200 })
  expect(await administrator.request('DELETE', `/upload/files/${id}`)).toMatchObject({ status: 200 })
})

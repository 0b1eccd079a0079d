import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { S3Server } from '../../harness/s3-server'
import type { Newsroom } from '../publication/newsroom'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../../harness/admin-session'
import { bootCms } from '../../harness/boot'
import { freshCms, freshData } from '../../harness/fresh-cms'
import { startS3 } from '../../harness/s3-server'
import { body, createNewsroom } from '../publication/newsroom'

interface StoredFile { id: number, url: string, hash: string, ext: string, formats: Record<string, { url: string }> | null }

let store: S3Server
let cms: FreshCms
let room: Newsroom
let administrator: AdminSession
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-bucket-'))
  store = await startS3()
  cms = await freshCms(store.environment)
  room = createNewsroom(cms)
  administrator = await signIn(cms)
})
afterAll(async () => {
  await cms?.dispose()
  await store?.stop()
  await rm(folder, { recursive: true, force: true })
})

const png = async (background: string) => ({ name: 'bild.png', type: 'image/png', content: new Uint8Array(await sharp({ create: { width: 1300, height: 700, channels: 3, background } }).png().toBuffer()) })
async function upload(background = '#4a6b58', inPlaceOf?: number): Promise<StoredFile> {
  const answer = await administrator.upload(await png(background), inPlaceOf)
  expect(answer.status).toBeLessThan(300)
  return (Array.isArray(answer.body) ? answer.body[0] : answer.body) as StoredFile
}
const urlsOf = ({ url, formats }: StoredFile) => [url, ...Object.values(formats ?? {}).map(format => format.url)]
const colourOf = async (url: string, from: Pick<FreshCms, 'url'> = cms) =>
  [...await sharp(Buffer.from(await (await fetch(`${from.url}${url}`)).arrayBuffer())).resize(1, 1).raw().toBuffer()]
const localFiles = () => readdirSync(path.join(cms.dataDir, 'public', 'uploads')).filter(name => !name.startsWith('.'))
const command = (target: FreshCms, name: string, input: object) => target.run('command', { name, input })

describe('an upload where a bucket is set', () => {
  it('lies in the bucket with all its sizes, and nowhere in the data folder', async () => {
    const file = await upload()
    expect(await store.keys()).toEqual(urlsOf(file).map(url => url.slice(1)).sort())
    expect(urlsOf(file).length).toBeGreaterThan(3)
    expect(localFiles()).toEqual([])
    expect(cms.output()).toContain(`Uploads are stored in ${store.environment.S3_URL}.`)
  })

  it('is shown by the CMS itself, under the address it would have in the folder', async () => {
    const file = await upload()
    expect(file.url).toBe(`/uploads/${file.hash}${file.ext}`)
    for (const url of urlsOf(file)) {
      const answer = await fetch(`${cms.url}${url}`)
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, `image/${url.split('.').at(-1)}`, 'nosniff'])
      expect(Number(answer.headers.get('content-length'))).toBe((await answer.arrayBuffer()).byteLength)
      const known = await fetch(`${cms.url}${url}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
      expect([known.status, await known.text()]).toEqual([304, ''])
      const head = await fetch(`${cms.url}${url}`, { method: 'HEAD' })
      expect([head.status, head.headers.get('content-length')]).toEqual([200, answer.headers.get('content-length')])
    }
    expect(await colourOf(file.url)).toEqual([0x4A, 0x6B, 0x58])
    expect((await fetch(`${cms.url}/uploads/none_1a2b.png`)).status).toBe(404)
    expect((await fetch(`${cms.url}/uploads/..%2f..%2fcms.json`)).status).toBe(403)
  })

  it('is written anew without its metadata, and refused where it is no picture', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#333' } }).jpeg().withExif({ IFD0: { Make: 'Klartextkameran' } }).toBuffer()
    const { body: [file] } = await administrator.upload({ name: 'foto.jpg', type: 'image/jpeg', content: new Uint8Array(photo) }) as { body: [StoredFile] }
    expect(await (await fetch(`${cms.url}${file.url}`)).text()).not.toContain('Klartextkameran')
    const before = await store.keys()
    expect((await administrator.upload({ name: 'sida.png', type: 'image/png', content: new Uint8Array(Buffer.from('<html>')) })).status).toBe(400)
    expect(await store.keys()).toEqual(before)
  })

  it('can be replaced and removed, and stays while it is public', async () => {
    const file = await upload('#4a6b58')
    const replaced = await upload('#773322', file.id)
    expect(replaced.url).toBe(file.url)
    expect(await colourOf(file.url)).toEqual([0x77, 0x33, 0x22])
    const article = await room.create('article', { title: 'Omslag', kind: 'essay', cover: { image: file.id, alt: 'En bild' }, body: body() })
    expect(await administrator.request('DELETE', `/upload/files/${file.id}`)).toMatchObject({ status: 400 })
    await room.remove('article', article)
    expect((await administrator.request('DELETE', `/upload/files/${file.id}`)).status).toBe(200)
    const left = await store.keys()
    expect(urlsOf(replaced).filter(url => left.includes(url.slice(1)))).toEqual([])
    expect((await fetch(`${cms.url}${file.url}`)).status).toBe(404)
  })

  it('is answered 503 while the bucket is away, and kept from coming in', async () => {
    const file = await upload()
    await store.halt()
    const answer = await fetch(`${cms.url}${file.url}`)
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([503, '5', 'no-store'])
    expect((await administrator.upload(await png('#000'))).status).toBe(500)
    await store.resume()
    expect((await fetch(`${cms.url}${file.url}`)).status).toBe(200)
  })

  it('a file from before the bucket is shown from the folder', async () => {
    await cms.run('storeLocalFile', { name: 'gammal_1a2b.png', content: 'bytes' })
    expect(await (await fetch(`${cms.url}/uploads/gammal_1a2b.png`)).text()).toBe('bytes')
    await rm(path.join(cms.dataDir, 'public', 'uploads', 'gammal_1a2b.png'))
  })
})

describe('a backup', () => {
  it('holds what lies in the bucket, and brings it back into the bucket as it was', async () => {
    const file = await upload('#112233')
    const keys = await store.keys()
    const backup = path.join(folder, 'bucket.tar.gz')
    expect(await command(cms, 'backup', { file: backup })).toMatchObject({ uploads: keys.length })
    await upload('#445566', file.id)
    await upload()
    expect(await command(cms, 'restore', { file: backup, isConfirmed: true, erasures: null })).toMatchObject({ uploads: keys.length })
    expect(await store.keys()).toEqual(keys)
    expect(await colourOf(file.url)).toEqual([0x11, 0x22, 0x33])
    administrator = await signIn(cms)
  })

  it('leads from the bucket into a folder', async () => {
    const file = await upload('#778899')
    const backup = path.join(folder, 'to-folder.tar.gz')
    await command(cms, 'backup', { file: backup })
    const data = await freshData()
    const other = await bootCms({ dataDir: data.folder, databaseUrl: data.databaseUrl ?? undefined })
    try {
      await other.run('command', { name: 'restore', input: { file: backup, isConfirmed: true, erasures: null } })
      expect(await colourOf(file.url, other)).toEqual([0x77, 0x88, 0x99])
    }
    finally {
      await other.stop()
      await rm(data.folder, { recursive: true, force: true })
    }
  })

  it('that is not restored leaves the bucket as it was', async () => {
    const keys = await store.keys()
    const backup = path.join(folder, 'broken.tar.gz')
    await command(cms, 'backup', { file: backup })
    expect(await cms.run('restoreFailing', { file: backup })).toBe('it fails on purpose')
    expect(await store.keys()).toEqual(keys)
  })
})

import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import type { Newsroom } from '../publication/newsroom'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, read, signIn } from '../../harness/admin-session'
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

const uploads = async () => readdir(path.join(cms.dataDir, 'public', 'uploads'))
const bytesOf = async (url: unknown) => Buffer.from(await (await fetch(new URL(String(url), cms.url))).arrayBuffer())

async function upload(format: 'jpeg' | 'png' | 'webp' | 'avif', width: number, height: number, name = `bild.${format}`): Promise<{ id: number, url: string, hash: string, formats: Record<string, { url: string, width: number, height: number, mime: string }> }> {
  const content = await sharp({ create: { width, height, channels: 3, background: '#4a6b58' } }).toFormat(format)
    .withExif({ IFD0: { Make: 'Klartextkameran' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 46/1' } }).toBuffer()
  const answer = await administrator.upload({ name, type: `image/${format}`, content: new Uint8Array(content) })
  expect(answer).toMatchObject({ status: 201 })
  const [file] = list(answer.body)
  return file as Awaited<ReturnType<typeof upload>>
}

const withoutThumbnail = (formats: object) => Object.keys(formats).filter(key => key !== 'thumbnail').sort()
const both = (...widths: number[]) => widths.flatMap(width => [`avif-${width}`, `webp-${width}`]).sort()

describe('a picture that comes in', () => {
  it.each([
    ['jpeg', 2400, 1600, [...both(240, 480, 720, 1080, 1600), 'jpeg-1080']],
    ['png', 1081, 10, [...both(240, 480, 720, 1080, 1081), 'png-1080']],
    ['webp', 1000, 1250, both(240, 480, 720, 1000)],
    ['avif', 600, 400, both(240, 480, 600)],
    ['jpeg', 240, 100, both(240)],
    ['png', 9, 7, both(9)],
    // what would be taller than WebP can be is left out
    ['png', 300, 17_000, both(240)],
  ] as const)('in %s, %i × %i, gets its sizes in AVIF and WebP, and one in its own format, all without metadata', async (format, width, height, keys) => {
    const { formats } = await upload(format, width, height)
    expect(withoutThumbnail(formats)).toEqual([...keys].sort())
    for (const size of Object.values(formats)) {
      const stored = await bytesOf(size.url)
      const metadata = await sharp(stored).metadata()
      expect(metadata).toMatchObject({ width: size.width, height: size.height })
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
      expect(stored.toString('latin1')).not.toContain('Klartextkameran')
      expect(`image/${metadata.format === 'heif' ? 'avif' : metadata.format}`).toBe(size.mime)
    }
  })

  it('leaves nothing behind when it is deleted', async () => {
    const { id, hash } = await upload('jpeg', 1300, 900)
    expect((await uploads()).filter(name => name.includes(hash))).toHaveLength(13)
    expect(await administrator.request('DELETE', `/upload/files/${id}`)).toMatchObject({ status: 200 })
    expect((await uploads()).filter(name => name.includes(hash))).toEqual([])
  })

  it('takes the place of another with all its sizes', async () => {
    const first = await upload('jpeg', 1300, 900)
    const content = await sharp({ create: { width: 500, height: 300, channels: 3, background: '#733' } }).jpeg().toBuffer()
    const { body: replaced } = await administrator.upload({ name: 'ny.jpg', type: 'image/jpeg', content: new Uint8Array(content) }, first.id)
    expect(withoutThumbnail(read(replaced, 'formats') as object)).toEqual(both(240, 480, 500))
    expect((await uploads()).filter(name => name.includes(first.hash))).toHaveLength(8)
  })
})

describe('a picture that came in before there were sizes', () => {
  it('gets them by a command and shows them in what is public, and no version tells of it', async () => {
    const { id, hash, formats } = await upload('png', 700, 500, 'gammal.png')
    const cover = { image: id, alt: 'En bild' }
    const article = await room.create('article', { title: 'Gammal bild', kind: 'essay', cover, body: [{ __component: 'body.figure', ...cover }, ...body()] })
    const shown = await room.shown('article', article)
    // as Strapi left it: a copy in the picture's own format
    for (const size of Object.values(formats))
      await rm(path.join(cms.dataDir, 'public', size.url))
    const old = { ...formats['webp-480'], url: `/uploads/small_${hash}.png`, mime: 'image/png' }
    await room.sql('update files set formats = ? where id = ?', [JSON.stringify({ small: old }), id])
    await cms.run('rebuild')
    expect((await room.shown('article', article)).cover?.sources).toMatchObject([{ width: 480, type: 'image/png' }])
    const log = await room.log()

    expect(await cms.run('makeMissingSizes')).toMatchObject({ made: 1, unreadable: [] })
    const now = await room.shown('article', article)
    expect(now).toEqual(shown)
    expect(now.cover?.sources.map(({ type, width }) => `${type} ${width}`)).toEqual(['image/avif 240', 'image/avif 480', 'image/avif 700', 'image/webp 240', 'image/webp 480', 'image/webp 700'])
    for (const { src } of now.cover?.sources ?? [])
      expect(existsSync(path.join(cms.dataDir, 'public', 'uploads', path.basename(src))), src).toBe(true)
    expect(await room.log()).toEqual(log)
    await room.publish('article', article)
    expect(await room.log()).toEqual(log)
    // earlier versions show it
    expect(JSON.stringify(await room.sql('select formats from files where id = ?', [id]))).toContain('small_')
    expect(await cms.run('makeMissingSizes')).toMatchObject({ made: 0, unreadable: [] })
  })

  it('is named where its file is gone', async () => {
    const { id, url } = await upload('png', 50, 50, 'borta.png')
    await rm(path.join(cms.dataDir, 'public', url))
    await room.sql('update files set formats = null where id = ?', [id])
    expect(await cms.run('makeMissingSizes')).toMatchObject({ made: 0, unreadable: ['borta.png'] })
  })
})

import type { AdminSession } from '../../harness/admin-session'
import type { FreshCms } from '../../harness/fresh-cms'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, read, signIn } from '../../harness/admin-session'
import { freshCms } from '../../harness/fresh-cms'

let cms: FreshCms
let administrator: AdminSession
beforeAll(async () => {
  cms = await freshCms()
  administrator = await signIn(cms)
})
afterAll(async () => cms?.dispose())

/** A picture as a phone writes it: lying on its side, with the place it was taken at. */
const phonePhoto = (width: number, height: number, quality: number) =>
  sharp({ create: { width, height, channels: 3, background: '#4a6b58' } })
    .jpeg({ quality })
    .withExif({ IFD0: { Make: 'Klartextkameran', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 46/1', GPSLongitudeRef: 'E', GPSLongitude: '18/1 4/1 7/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const upload = async (name: string, type: string, content: Buffer | string) =>
  administrator.upload({ name, type, content: new Uint8Array(Buffer.from(content)) })

async function storedFiles(file: unknown): Promise<Buffer[]> {
  const formats = read(file, 'formats')
  const urls = [file, ...(typeof formats === 'object' && formats !== null ? Object.values(formats) : [])].map(entry => read(entry, 'url'))
  return Promise.all(urls.map(async url => Buffer.from(await (await fetch(new URL(String(url), cms.url))).arrayBuffer())))
}

describe('a photo with its place', () => {
  it.each([
    ['large and finely compressed', 2400, 1600, 95],
    // so small and coarse that a re-encoded one is the larger: Strapi alone would keep the original
    ['small and coarsely compressed', 40, 20, 1],
  ])('%s, is stored upright and without it', async (_, width, height, quality) => {
    const photo = await phonePhoto(width, height, quality)
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Klartextkameran')
    const answer = await upload('möte vid ån.jpg', 'image/jpeg', photo)
    expect(answer.status).toBe(201)
    const [file] = list(answer.body)
    expect(file).toMatchObject({ width: height, height: width, ext: '.jpg', mime: 'image/jpeg' })
    const files = await storedFiles(file)
    expect(await sharp(files[0]).metadata()).toMatchObject({ format: 'jpeg' })
    for (const stored of files) {
      const metadata = await sharp(stored).metadata()
      expect([metadata.exif, metadata.iptc, metadata.xmp, metadata.orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(stored.toString('latin1')).not.toContain('Klartextkameran')
    }
  })

  it('is cleaned too when it replaces a file', async () => {
    const first = await upload('a.jpg', 'image/jpeg', await phonePhoto(60, 30, 80))
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(await phonePhoto(40, 20, 1))], { type: 'image/jpeg' }), 'b.jpg')
    const login = await fetch(`${cms.url}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'admin@klartext.example', password: 'Provkorning-2026' }) })
    const token = read(await login.json(), 'data', 'token')
    const replaced = await fetch(`${cms.url}/upload?id=${String(read(first.body, 0, 'id'))}`, { method: 'POST', headers: { authorization: `Bearer ${String(token)}` }, body: form })
    expect(replaced.status).toBe(200)
    const [stored] = await storedFiles(await replaced.json())
    expect((await sharp(stored).metadata()).exif).toBeUndefined()
  })
})

describe('a picture', () => {
  it.each([
    ['png', 'image/png', '.png'],
    ['webp', 'image/webp', '.webp'],
    ['avif', 'image/avif', '.avif'],
  ] as const)('in %s is stored as such', async (format, mime, ext) => {
    const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#733' } }).toFormat(format).toBuffer()
    const answer = await upload(`bild${ext}`, mime, picture)
    expect(read(answer.body, 0)).toMatchObject({ ext, mime, width: 30, height: 20 })
  })

  it('gets the ending of what it is', async () => {
    const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#733' } }).png().toBuffer()
    const answer = await upload('bild.jpg', 'image/jpeg', picture)
    expect(read(answer.body, 0)).toMatchObject({ ext: '.png', mime: 'image/png' })
  })
})

describe('anything else', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  it.each([
    ['a drawing in SVG', 'ritning.svg', 'image/svg+xml', svg],
    ['an SVG that calls itself PNG', 'ritning.png', 'image/png', svg],
    ['a page that calls itself JPEG', 'foto.jpg', 'image/jpeg', '<!doctype html><script>alert(1)</script>'],
    ['a page', 'sida.html', 'text/html', '<!doctype html><p>Hej'],
    ['a moving picture', 'dans.gif', 'image/gif', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a document', 'beslut.pdf', 'application/pdf', '%PDF-1.4\n%%EOF'],
  ])('is refused in Swedish: %s', async (_, name, type, content) => {
    const answer = await upload(name, type, content)
    expect(answer.status).toBe(400)
    expect(read(answer.body, 'error', 'message')).toBe(
      `”${name}” är ingen bild som Klartext kan visa. Ladda upp en bild i formatet JPEG, PNG, WebP eller AVIF.`,
    )
  })
})

it('a picture that is small as a file and enormous unpacked is refused', async () => {
  const empty = await sharp({ create: { width: 8001, height: 8000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer()
  expect(empty.length).toBeLessThan(1_000_000)
  const answer = await upload('tom.png', 'image/png', empty)
  expect(answer).toMatchObject({ status: 400, body: { error: { message: '”tom.png” är för stor. En bild får ha högst 64 miljoner bildpunkter, till exempel 8000 × 8000. Förminska den först.' } } })
})

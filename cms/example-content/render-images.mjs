// Draws the example images: images/source/*.svg → images/*.webp. Run after a change of a source:
//   pnpm --filter @klartext/cms exec node example-content/render-images.mjs
// WebP and not AVIF, because Strapi's upload makes no smaller sizes of an AVIF.
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'

const images = join(import.meta.dirname, 'images')
const source = join(images, 'source')

for (const file of (await readdir(source)).filter(name => name.endsWith('.svg')).sort()) {
  const target = join(images, `${basename(file, '.svg')}.webp`)
  const { width, height } = await sharp(join(source, file))
    .webp({ quality: 84, effort: 6, smartSubsample: true })
    .toFile(target)
  const kilobytes = Math.round((await stat(target)).size / 1024)
  console.log(`${basename(target)}  ${width} × ${height}  ${kilobytes} kB`)
}

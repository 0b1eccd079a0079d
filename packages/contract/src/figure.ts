import * as v from 'valibot'
import { urlSchema } from './scalars.js'

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1))
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** One size of an image file, for the `srcset` of the `<source>` of its type: AVIF and WebP, by type and width. */
export const imageSourceSchema = v.object({
  src: urlSchema,
  width: pixels,
  height: pixels,
  type: v.pipe(v.string(), v.regex(/^image\//, 'must be an image media type')),
})

/**
 * An image with its texts. `src`, `width` and `height` are null together, and only where the file is missing
 * (an imported page whose picture did not come along); the texts then stand in its place.
 * An empty `alt` means that the editor marked the image as decorative.
 */
export const figureEntries = {
  src: v.nullable(urlSchema),
  sources: v.array(imageSourceSchema),
  width: v.nullable(pixels),
  height: v.nullable(pixels),
  alt: v.string(),
  caption: v.nullable(v.string()),
  credit: v.nullable(v.string()),
  longDescription: v.nullable(v.string()),
  /** The point that must stay visible when the image is cropped, in fractions of width and height. */
  focalPoint: v.nullable(v.object({ x: fraction, y: fraction })),
}

/** Holds a figure to its rule: an address comes with a size, and a missing file has neither address, size nor sources. */
export function sizedWhenPresent<Input extends { src: string | null, sources: unknown[], width: number | null, height: number | null }>() {
  return v.check<Input, string>(
    ({ src, sources, width, height }) => src === null
      ? width === null && height === null && sources.length === 0
      : width !== null && height !== null,
    'src, width and height must be null together, and then without sources',
  )
}

export const figureSchema = v.pipe(v.object(figureEntries), sizedWhenPresent())

export type ImageSource = v.InferOutput<typeof imageSourceSchema>
export type Figure = v.InferOutput<typeof figureSchema>

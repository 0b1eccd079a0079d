import * as v from 'valibot'

/** `null` also where the database or a populate left the member out. */
export const optionalText = v.nullish(v.string(), null)
export const flag = v.nullish(v.boolean(), false)

const pixels = v.nullish(v.number(), null)

const formatSchema = v.object({ url: v.string(), width: v.number(), height: v.number(), mime: v.string() })

/** The smaller copies of a file by name; a copy that lacks a size is left out. */
export const formatsSchema = v.pipe(
  v.nullish(v.record(v.string(), v.unknown()), {}),
  v.transform(formats => Object.entries(formats).flatMap(([name, format]) => {
    const parsed = v.safeParse(formatSchema, format)
    return parsed.success ? [{ name, ...parsed.output }] : []
  })),
)

/** A file of Strapi's media library, as far as a figure shows it. */
export const mediaSchema = v.object({
  url: v.string(),
  mime: v.string(),
  width: pixels,
  height: pixels,
  formats: formatsSchema,
  /** In percent of width and height; anything else counts as not set. */
  focalPoint: v.fallback(v.nullable(v.object({ x: v.number(), y: v.number() })), null),
})

export type Media = v.InferOutput<typeof mediaSchema>

const optionalMedia = v.nullish(mediaSchema, null)

const figureEntries = {
  image: optionalMedia,
  alt: optionalText,
  caption: optionalText,
  credit: optionalText,
  missingFile: flag,
}

/** The component `body.figure`. */
export const figureEntrySchema = v.object({ ...figureEntries, decorative: flag })

/** The component `body.infographic`. */
export const infographicEntrySchema = v.object({
  ...figureEntries,
  longDescription: optionalText,
  tableCaption: optionalText,
  tableText: optionalText,
})

export const optionalFigure = v.nullish(figureEntrySchema, null)

export type FigureEntry = v.InferOutput<typeof figureEntrySchema>
export type InfographicEntry = v.InferOutput<typeof infographicEntrySchema>

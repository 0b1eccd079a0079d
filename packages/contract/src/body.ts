import type { Inline } from './inline.js'
import * as v from 'valibot'
import { figureEntries, sizedWhenPresent } from './figure.js'
import { inlineSchema } from './inline.js'
import { idSchema, slugSchema } from './scalars.js'

export const paragraphSchema = v.object({ type: v.literal('paragraph'), children: v.array(inlineSchema) })

export const headingSchema = v.object({
  type: v.literal('heading'),
  level: v.picklist([2, 3, 4]),
  /** Unique within the article; usable as a fragment. */
  anchor: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  children: v.array(inlineSchema),
})

export interface List {
  type: 'list'
  ordered: boolean
  items: ListItem[]
}

export interface ListItem {
  children: Inline[]
  /** A list inside this item, or null. */
  list: List | null
}

const listOf = <Item extends v.GenericSchema>(item: Item) => v.object({ type: v.literal('list'), ordered: v.boolean(), items: v.array(item) })

export const listItemSchema: v.GenericSchema<ListItem> = v.object({
  children: v.array(inlineSchema),
  list: v.nullable(listOf(v.lazy(() => listItemSchema))),
})

export const listSchema = listOf(listItemSchema)

export const quoteSchema = v.object({
  type: v.literal('quote'),
  children: v.array(inlineSchema),
  attribution: v.nullable(v.string()),
})

/** Who speaks in a dialogue line. */
export const speakerSchema = v.object({ id: idSchema, name: v.string(), slug: slugSchema })

/** A spoken line. The dash belongs to the look, not to the text: `children` start with the first word. */
export const dialogueSchema = v.object({
  type: v.literal('dialogue'),
  speaker: v.nullable(speakerSchema),
  children: v.array(inlineSchema),
})

export const figurePartSchema = v.pipe(v.object({ type: v.literal('figure'), ...figureEntries }), sizedWhenPresent())

/** Figures as a table: every row has as many cells as there are headers; the first cell of a row names it. */
export const dataTableSchema = v.pipe(
  v.object({
    caption: v.nullable(v.string()),
    headers: v.pipe(v.array(v.string()), v.minLength(1)),
    rows: v.array(v.array(v.string())),
  }),
  v.check(table => table.rows.every(row => row.length === table.headers.length), 'every row must have one cell for each header'),
)

/** A figure that carries information of its own, told again in words and, where there are numbers, in a table. */
export const infographicSchema = v.pipe(
  v.object({
    type: v.literal('infographic'),
    ...figureEntries,
    longDescription: v.string(),
    table: v.nullable(dataTableSchema),
  }),
  sizedWhenPresent(),
)

export const factBoxSchema = v.object({
  type: v.literal('factBox'),
  title: v.string(),
  parts: v.array(v.variant('type', [paragraphSchema, headingSchema, listSchema, quoteSchema])),
})

export const bodyPartSchema = v.variant('type', [
  paragraphSchema,
  headingSchema,
  listSchema,
  quoteSchema,
  dialogueSchema,
  figurePartSchema,
  infographicSchema,
  factBoxSchema,
])

export const bodySchema = v.array(bodyPartSchema)

export type Paragraph = v.InferOutput<typeof paragraphSchema>
export type Heading = v.InferOutput<typeof headingSchema>
export type Quote = v.InferOutput<typeof quoteSchema>
export type Speaker = v.InferOutput<typeof speakerSchema>
export type Dialogue = v.InferOutput<typeof dialogueSchema>
export type FigurePart = v.InferOutput<typeof figurePartSchema>
export type DataTable = v.InferOutput<typeof dataTableSchema>
export type Infographic = v.InferOutput<typeof infographicSchema>
export type FactBox = v.InferOutput<typeof factBoxSchema>
export type BodyPart = v.InferOutput<typeof bodyPartSchema>

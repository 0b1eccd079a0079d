import * as v from 'valibot'

export const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const

/** A run of text; a line break inside it is `\n`. */
export const textSchema = v.object({
  type: v.literal('text'),
  text: v.string(),
  marks: v.array(v.picklist(marks)),
})

/** Only these schemes reach a reader; the CMS drops the link and keeps the text for any other. */
export const linkUrlPattern = /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i

export const linkSchema = v.object({
  type: v.literal('link'),
  url: v.pipe(v.string(), v.regex(linkUrlPattern, 'must be http, https, mailto, tel, a path or an anchor')),
  children: v.array(textSchema),
})

export const inlineSchema = v.variant('type', [textSchema, linkSchema])

export type Mark = (typeof marks)[number]
export type Text = v.InferOutput<typeof textSchema>
export type Link = v.InferOutput<typeof linkSchema>
export type Inline = v.InferOutput<typeof inlineSchema>

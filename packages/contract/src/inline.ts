import * as v from 'valibot'

export const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const

/** A run of text; a line break inside it is `\n`. */
export const textSchema = v.object({
  type: v.literal('text'),
  text: v.string(),
  marks: v.array(v.picklist(marks)),
})

/**
 * Only these addresses reach a reader; the CMS drops the link and keeps the text for any other. A path is relative to the
 * site that the article's `url` is on. Browsers read `/\` as `//` and skip control characters, so neither is let through.
 */
export const linkUrlPattern = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)\P{Cc}*$/iu

/** A link; its children are text only. */
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

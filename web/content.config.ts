import { defineCollection, defineContentConfig } from '@nuxt/content'
import * as v from 'valibot'

export default defineContentConfig({
  collections: {
    /** Pages kept in git: `content/<language>/<page>.md`. */
    pages: defineCollection({
      type: 'page',
      source: '**/*.md',
      schema: v.object({ updated: v.optional(v.string()) }),
    }),
  },
})

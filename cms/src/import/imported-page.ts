import * as v from 'valibot'

const importedPageSchema = v.object({
  /** Whether the article was made now; false where the same page had come in before. */
  isNew: v.boolean(),
  /** `published` says that this import published it, `was-published` that an earlier one or an editor had (it may be unpublished now). */
  state: v.picklist(['draft', 'published', 'was-published']),
  title: v.string(),
  /** The page on the site where the article is public, else the article in the admin. */
  url: v.string(),
})

/** What became of a saved page. */
export type ImportedPage = v.InferOutput<typeof importedPageSchema>

/**
 * Reads what the CMS answered to the command `import`.
 * @throws ValiError when it is something else
 */
export const parseImportedPage = (answer: unknown): ImportedPage => v.parse(importedPageSchema, answer)

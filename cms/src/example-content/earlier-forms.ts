import type { ArticleChange } from './document-schemas'

export interface BodyForm {
  body: string
  /** The change that led to this form; null for the first. */
  change: ArticleChange | null
}

/**
 * Works out every form an article has been published in, from the last one and its changes.
 *
 * @param body the Markdown of the last form
 * @param changes oldest first
 * @returns one form more than there are changes, oldest first
 * @throws Error when the text after a change is not in the body exactly once
 */
export function toForms(body: string, changes: ArticleChange[]): BodyForm[] {
  const forms: BodyForm[] = []
  let current = body
  for (const change of [...changes].reverse()) {
    forms.unshift({ body: current, change })
    current = change.passages.reduce((text, passage) => undo(text, passage), current)
  }
  return [{ body: current, change: null }, ...forms]
}

function undo(body: string, { before, after }: ArticleChange['passages'][number]): string {
  const [head, tail, ...more] = body.split(after)
  if (head === undefined || tail === undefined || more.length > 0)
    throw new Error(`the changed passage "${after.slice(0, 60)}…" must stand in the body exactly once`)
  return `${head}${before}${tail}`
}

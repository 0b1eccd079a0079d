/**
 * Removes the comments that Vue leaves in rendered HTML to find its place again when it hydrates.
 * A reader's text cannot hold them: there `<` is always escaped.
 */
export function withoutHydrationMarks(html: string): string {
  return html.replaceAll(/<!--[[\]]?-->/g, '')
}

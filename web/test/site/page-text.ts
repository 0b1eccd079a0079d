/** What stands in `<main>`, tags and all. */
export function mainOf(html: string): string {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1]
  if (main === undefined)
    throw new Error('The page has no <main>')
  return main
}

/** The text of a piece of HTML, runs of space folded. */
export function readText(html: string): string {
  return html
    .replaceAll(/<\/?(?:p|li|h\d|div|figcaption|dd|dt|blockquote|td|th|summary|caption|small|br)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '\'')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** How often `needle` stands in `text`. */
export function occurrences(text: string, needle: string): number {
  return text.split(needle).length - 1
}

/** The language that the page says it is in. */
export function languageOf(html: string): string | undefined {
  return /<html\s+lang="([^"]*)"/.exec(html)?.[1]
}

/** The texts of every element of one name, in order. */
export function textsOf(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inner = '']) => readText(inner))
}

/** What a page holds that would run, or would ask for a script or a sheet; structured data and rules for fetching ahead apart. */
export function scriptsOf(html: string): string[] {
  return html
    .replaceAll(/<script type="(?:application\/ld\+json|speculationrules)">/g, '')
    .replaceAll(/(\s(?:content|alt|aria-label))="[^"]*"/g, '$1')
    .match(/<script[^>]*>|modulepreload|importmap|\son\w+="|<link[^>]+rel="stylesheet"[^>]*>|\sstyle="/g) ?? []
}

/** The addresses of links, by their text. */
export function linksOf(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = '', text = '']) => [readText(text), href.replaceAll('&amp;', '&')]))
}

/** The address that a page wants to be known by. */
export function canonicalOf(html: string): string | null {
  return /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null
}

/** Whether search engines are asked to leave the page out. */
export function isHidden(html: string): boolean {
  return html.includes('name="robots" content="noindex"')
}

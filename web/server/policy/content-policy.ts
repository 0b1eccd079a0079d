import { createHash } from 'node:crypto'

/** Types of a `script` element whose content the browser acts on (HTML, "prepare the script element"); others are data. */
const actedOn = new Set(['', 'text/javascript', 'application/javascript', 'module', 'importmap', 'speculationrules'])

/**
 * The Content-Security-Policy of a page: nothing but its own inline styles and rules, by their hashes, and pictures, fonts and
 * forms of this site.
 * @param html the whole page, as it is sent
 * @param frameAncestors who may frame it: a source, or `'none'`
 */
export function contentPolicy(html: string, frameAncestors: string): string {
  const styles = hashesOf(html, 'style', () => true)
  const scripts = hashesOf(html, 'script', attributes => actedOn.has(typeIn(attributes)))
  return [
    'default-src \'none\'',
    'img-src \'self\'',
    'font-src \'self\'',
    // no script runs that could ask; tools that check a page fetch robots.txt in its name
    'connect-src \'self\'',
    ...styles.length > 0 ? [`style-src ${styles.join(' ')}`] : [],
    ...scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : [],
    'form-action \'self\'',
    `frame-ancestors ${frameAncestors}`,
    'base-uri \'none\'',
  ].join('; ')
}

/** Each hash once. Text that looks like a tag is escaped everywhere in a page, so that what is found is an element. */
function hashesOf(html: string, element: 'style' | 'script', counts: (attributes: string) => boolean): string[] {
  const hashes = new Set<string>()
  for (const [, attributes = '', content = ''] of html.matchAll(new RegExp(`<${element}(\\s[^>]*)?>([^]*?)</${element}>`, 'gi'))) {
    if (content !== '' && counts(attributes))
      hashes.add(`'sha256-${createHash('sha256').update(content).digest('base64')}'`)
  }
  return [...hashes]
}

function typeIn(attributes: string): string {
  return (/\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '').toLowerCase()
}

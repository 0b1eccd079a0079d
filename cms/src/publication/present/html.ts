const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** Text made safe for HTML, both between tags and inside a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => escapes[character] ?? '')

/**
 * An element with its attributes, in the order given; a null attribute is left out.
 * @param name of the element
 * @param attributes whose values are escaped here
 * @param content HTML that is already safe; null for an element that has none, such as `img`
 */
export function element(name: string, attributes: Readonly<Record<string, string | number | null>>, content: string | null): string {
  const written = Object.entries(attributes).map(([key, value]) => value === null ? '' : ` ${key}="${escapeHtml(String(value))}"`).join('')
  return content === null ? `<${name}${written}>` : `<${name}${written}>${content}</${name}>`
}

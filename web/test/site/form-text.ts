import { readText } from './page-text'

/** What a form would send if it were sent as it stands: by name, what is not ticked left out. */
export function fieldsOf(html: string): Record<string, string> {
  const form = /<form\s[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const fields: Record<string, string> = {}
  for (const [, attributes = '', inner] of form.matchAll(/<(?:input|textarea)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g)) {
    const value = (name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    const isChoice = /type="(?:checkbox|radio)"/.test(attributes)
    if (!isChoice || /\schecked/.test(attributes))
      fields[value('name')] = inner === undefined ? value('value') : unescaped(inner)
  }
  return fields
}

/** The faults at their fields: field → words. Each must be named by its field. */
export function faultsOf(html: string): Record<string, string> {
  return Object.fromEntries([...html.matchAll(/<p id="([\w-]+)-fault" class="fault">([\s\S]*?)<\/p>/g)].map(([, field = '', text = '']) => [field, readText(text)]))
}

/** The summary of what is wrong: one line a fault; it must have focus and be announced. */
export function summaryOf(html: string): string[] {
  const summary = /<div class="fault-summary" role="alert" tabindex="-1" autofocus[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? ''
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, text = '']) => readText(text))
}

/** The title of the page. */
export function titleOf(html: string): string {
  return readText(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&amp;', '&')
}

import { element, escapeHtml } from '../present/html'
import { cleaned } from '../text/typography'

/** An address in running text, up to a space or a mark that no address holds; the marks that end a sentence do not belong to it. */
const address = /https?:\/\/[^\s<>"”“'’]+/gi
const sentenceEnd = /[.,:;!?)\]]+$/

/**
 * A reader's plain text as HTML: an empty line makes a paragraph, a line break a break, and web addresses become links that search
 * engines are told not to follow. Everything else is escaped; there is no markup to let through.
 * @returns '' for a text without a visible character
 */
export function plainTextHtml(text: string): string {
  return cleaned(text)
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
    .map(paragraph => element('p', {}, paragraph.split('\n').map(line => withLinks(line.trim())).join('<br>')))
    .join('\n')
}

function withLinks(line: string): string {
  let html = ''
  let end = 0
  for (const match of line.matchAll(address)) {
    const url = match[0].replace(sentenceEnd, '')
    const target = URL.parse(url)
    // a name before the host is there to look like one: https://banken.example@evil.example
    if (!target || target.username !== '' || target.password !== '')
      continue
    html += escapeHtml(line.slice(end, match.index)) + element('a', { href: url, rel: 'nofollow ugc noopener' }, escapeHtml(url)) + realHost(url, target)
    end = match.index + url.length
  }
  return html + escapeHtml(line.slice(end))
}

/** A host in other letters than Latin ones may look like another host; its name as computers write it is told behind the link. */
function realHost(url: string, { hostname }: URL): string {
  const typed = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? ''
  return hostname.includes('xn--') && /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(typed) ? ` (${escapeHtml(hostname)})` : ''
}

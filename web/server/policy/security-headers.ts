import type { SitePage } from '../../shared/paths'
import { matchPath } from '../../shared/match-path'
import { previewPath } from '../../shared/paths'
import { settings } from '../settings'

/** Pages whose address holds a key that must not reach another host. */
const secretPages = new Set<SitePage | undefined>(['sender', 'myDataLink'])
/** Pages that hold what one reader wrote. */
const ownPages = new Set<SitePage | undefined>(['write', 'report', 'myData', ...secretPages])

/** Who may frame the page at an address: a draft the admin, everything else nobody. */
export function frameAncestorsOf(address: string): string {
  return isPreview(address) ? new URL(settings().cmsUrl).origin : '\'none\''
}

/** What the answer at an address says of itself, whatever it is. */
export function securityHeaders(address: string): Record<string, string> {
  const page = matchPath(address)?.page
  const isSecret = isPreview(address) || secretPages.has(page)
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': isSecret ? 'no-referrer' : 'strict-origin-when-cross-origin',
    // what answers with a page says more
    'Content-Security-Policy': `default-src 'none'; frame-ancestors ${frameAncestorsOf(address)}`,
    'Permissions-Policy': 'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...settings().siteUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' },
    ...(isSecret || ownPages.has(page)) && { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' },
  }
}

function isPreview(address: string): boolean {
  return address.split('?', 1)[0] === previewPath
}

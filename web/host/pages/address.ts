import type { Language } from '../../shared/languages'
import type { MatchedPath } from '../../shared/match-path'
import { idSchema, slugSchema } from '@klartext/contract'
import * as v from 'valibot'
import { publicPages } from '../../server/page-queries'
import { matchPath } from '../../shared/match-path'
import { languageOfPath, pathPatterns, previewPath } from '../../shared/paths'
import { receiptIn } from '../../shared/receipts'

/**
 * What an address leads to: a page that is the same for every reader, under the one address that stands for all its spellings;
 * nothing, in a language; or something for one reader, which is drawn for each request.
 */
export type Address
  = | { readonly kind: 'page', readonly key: string, readonly language: Language }
    | { readonly kind: 'missing', readonly key: string, readonly language: Language }
    | { readonly kind: 'own' }

const own: Address = { kind: 'own' }
const parameterSchemas: Readonly<Record<string, v.GenericSchema<unknown, string>>> = { slug: slugSchema, id: idSchema }

const missing = (language: Language): Address => ({ kind: 'missing', key: `404 ${language}`, language })

/**
 * Reads an address: the path in the site's own spelling, the query keys that the page knows in their order, and nothing else, so
 * that no campaign tag or invented key makes a second copy of a page.
 * @param url path and query, as they stand in the request
 */
export function readAddress(url: string): Address {
  const [path = '', search = ''] = url.split(/\?(.*)/s, 2)
  if (path === previewPath)
    return own
  const matched = matchPath(path)
  const query = matched && publicPages[matched.page]
  if (!matched)
    return missing(languageOfPath(path))
  if (!query)
    return own
  const { page, language } = matched
  const canonical = canonicalPath(matched)
  if (canonical === null)
    return missing(language)
  const asked = new URLSearchParams(search)
  // what became of one reader's comment
  if (page === 'article' && receiptIn(Object.fromEntries(asked), language, ['received', 'published']))
    return own
  const keys = Object.keys(query.entries).filter(key => key !== 'language')
  const given = keys.filter(key => asked.has(key))
  const read = v.safeParse(query, { language, ...Object.fromEntries(given.map(key => [key, asked.getAll(key).length === 1 ? asked.get(key) : asked.getAll(key)])) })
  // the page says what is wrong with it
  if (!read.success)
    return own
  const told = new URLSearchParams(given.filter(key => read.output[key] !== defaultOf(key)).map(key => [key, String(read.output[key])]))
  return { kind: 'page', key: told.size > 0 ? `${canonical}?${told}` : canonical, language }
}

/** The first page of a list is the list. */
const defaultOf = (key: string) => key === 'page' ? 1 : undefined

/** The path with its parameters as the site spells it; null where one of them can name nothing. */
function canonicalPath({ page, language, parameters }: MatchedPath): string | null {
  let path: string = pathPatterns[page][language]
  for (const [name, value] of Object.entries(parameters)) {
    const schema = parameterSchemas[name]
    if (value === undefined || !schema || !v.is(schema, value))
      return null
    path = path.replace(`:${name}`, value)
  }
  return path
}

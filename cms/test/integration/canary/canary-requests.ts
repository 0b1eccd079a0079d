import type { Seeded } from './seed-canaries'
import { canaryStart } from './canary-forms'

export interface Attempt {
  method: string
  path: string
  headers: Record<string, string>
  body: string | null
}

export interface Route {
  methods: string[]
  path: string
}

const search = canaryStart

/** What somebody asks who hopes for more than what is public. */
const queries = [
  '',
  'status=draft',
  'publicationState=preview',
  'publicationFilter=modified',
  'publicationFilter=never-published',
  'populate=*',
  'status=draft&populate=*',
  'status=draft&populate[authors][populate]=*&populate[createdBy]=*&populate[updatedBy]=*',
  'populate[createdBy][populate][roles][populate]=users&populate[body][populate]=*&populate[localizations]=*',
  'populate[authors][populate][organisation][populate][parent][populate]=*',
  'populate=createdBy,updatedBy,body,cover.image,authors.portrait',
  `filters[title][$startsWith]=${search}`,
  `status=draft&filters[title][$containsi]=${search.toUpperCase()}`,
  `filters[createdBy][email][$startsWith]=${search}`,
  `filters[updatedBy][firstname][$notNull]=true`,
  `filters[authors][name][$startsWith]=${search}&filters[$or][0][authors][createdBy][lastname][$contains]=${search}`,
  `filters[$not][id][$eq]=0&filters[documentId][$ne]=x`,
  `filters[moderationStatus][$eq]=pending`,
  `_q=${search}`,
  `status=draft&_q=${search}`,
  `fields=*`,
  `fields[0]=title&fields[1]=createdBy&fields[2]=changeNote&fields[3]=bodyText`,
  `status=draft&fields[0]=title&sort[0]=createdBy.email:asc`,
  'sort=createdBy.email:desc',
  'sort=statedPublishedAt:desc,title:asc',
  'locale=*&status=draft',
  'pagination[pageSize]=100000&pagination[withCount]=true&status=draft',
  '__proto__[status]=draft&constructor[prototype][status]=draft',
  'asOf=2999-01-01',
  'after=0&limit=100',
  'token=x',
]

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']

/** Other spellings of one path. */
const spellings: ((path: string) => string)[] = [
  path => `/${path}`,
  path => path.replace(/\//g, '//'),
  path => `${path}/`,
  path => `${path}/.`,
  path => `/admin/..${path}`,
  path => `/%2e%2e${path}`,
  path => `/.${path}`,
  path => path.toUpperCase(),
  path => path.replace(/a/g, '%61'),
  path => path.replace(/^\/(\w+)\//, '/$1%2F'),
  path => `${path}.json`,
  path => `${path};status=draft`,
  path => `${path}%00`,
  path => `${path}%20`,
]

/** The paths that stand outside Strapi's own routes. */
const ownPaths = (slugs: readonly string[]): string[] => [
  ...['/api-info', '/articles', '/people', '/organisations', '/topics', '/changes', '/people/ylva-strom', '/organisations/sjovik'],
  ...slugs.flatMap(slug => ['', '/versions', '/versions/1', '/versions/2', '/comments'].map(below => `/articles/${slug}${below}`)),
].map(path => `/api/v1${path}`)

/** Each way in that a visitor may try, as far as the server has a route for it or answers without one. */
export function* attempts(routes: readonly Route[], seeded: Seeded): Generator<Attempt> {
  const paths = new Set([
    ...ownPaths(seeded.slugs),
    ...routes.flatMap(route => filled(route.path, seeded)),
    '/_preview',
    '/_local/ping',
    '/_local/verify-log',
    '/uploads',
    '/uploads/',
    '/',
    '/admin',
    '/cms.json',
    '/klartext.db',
    '/..%2fcms.json',
    '/uploads/..%2f..%2fcms.json',
    '/uploads/..%2f..%2fklartext.db',
  ])
  for (const path of paths) {
    // what asks for a login before anything else is asked less
    for (const query of path.startsWith('/api/') ? queries : queries.slice(0, 8)) {
      const target = query === '' ? path : `${path}?${query}`
      yield { method: 'GET', path: target, headers: {}, body: null }
      // Strapi then puts what it knows of the fields into the answer
      yield { method: 'GET', path: target, headers: { 'strapi-encode-source-maps': 'true' }, body: null }
    }
    for (const spell of spellings)
      yield { method: 'GET', path: `${spell(path)}?status=draft&populate=*`, headers: { 'strapi-encode-source-maps': 'true' }, body: null }
    for (const method of methods) {
      yield { method, path: `${path}?status=draft&populate=*`, headers: {}, body: null }
      yield { method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data: {}, status: 'draft', populate: '*', documentIds: Object.values(seeded.ids) }) }
    }
  }
}

/** A route's path with the ids of what is not public in the place of its names. */
function filled(path: string, { ids }: Seeded): string[] {
  if (!/^\/[\w-]/.test(path))
    return []
  const type = Object.keys(ids).find(plural => path.startsWith(`/api/${plural}`))
  const documentIds = type ? [ids[type] ?? ''] : [ids.articles ?? '', '1']
  const uid = path.replace(/:(?:uid|model|contentType|sourceModel|model_uid)\b/g, 'api::article.article').replace(/\(\.\*\)|\(\[\^\/\]\*\)/g, 'x')
  return [...new Set(documentIds.map(id => uid.replace(/:\w+(?:\([^)]*\))?\??/g, id)))]
}

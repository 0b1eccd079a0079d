import type { FreshCms } from '../../harness/fresh-cms'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'

/*
 * What reading costs must not grow with the site: every statement of the public API goes by an index, and none sorts more than a page.
 */
let cms: FreshCms
beforeAll(async () => {
  cms = await freshCms()
  await cms.run('loadSite', { articles: 200, each: 10 })
})
afterAll(async () => cms?.dispose())

const article = '/articles/artikel-0000101'
const paths = [
  ...['-firstPublishedAt', 'firstPublishedAt', '-publicUpdatedAt', 'publicUpdatedAt', 'title', '-title'].map(sort => `/articles?sort=${sort}&page=3`),
  // far down, by what is passed over and then by the mark that this left
  ...['-publicUpdatedAt', 'title'].flatMap(sort => [`/articles?sort=${sort}&page=7`, `/articles?sort=${sort}&page=8`]),
  '/articles?language=sv',
  '/articles?kind=essay&person=skribent-3&organisation=forvaltning-1&topic=amne-5',
  '/articles?topic=amne-5',
  '/articles?kind=essay&organisation=forvaltning-1&topic=amne-5',
  article,
  `${article}?asOf=2026-06-01`,
  `${article}/comments`,
  `${article}/comments?page=2&limit=2`,
  `${article}/comments?parent=k00000000000000000001011`,
  `${article}/versions`,
  `${article}/versions/1`,
  '/articles/nowhere',
  '/comments/k00000000000000000001011',
  '/changes?after=500',
  '/people',
  '/people/skribent-3',
  '/organisations',
  '/organisations/forvaltning-1',
  '/topics',
]

const plansSchema = v.array(v.object({ path: v.string(), status: v.number(), sql: v.string(), plan: v.array(v.string()) }))

/** A whole table or a whole list is read, or sorted; `SCAN l` and `SCAN below` walk the page that was found. */
const isWhole = (line: string): boolean => /Seq Scan|\bSort\b|TEMP B-TREE/.test(line) || (line.startsWith('SCAN ') && !['SCAN l', 'SCAN below'].includes(line))

it('finds every public answer by an index, and sorts nothing', async () => {
  const plans = v.parse(plansSchema, await cms.run('publicPlans', { paths }))
  expect(new Set(plans.map(({ path }) => path))).toEqual(new Set(paths))
  expect(plans.filter(({ status, path }) => status >= 400 && path !== '/articles/nowhere').map(({ path, status }) => ({ path, status }))).toEqual([])
  expect(plans.filter(({ plan }) => plan.some(isWhole))).toEqual([])
})

const writePlansSchema = v.array(v.object({ sql: v.string(), plan: v.array(v.string()) }))

/** Tables whose rows are as many as there are articles, comments, or people. */
const growing = /"?`?\b(?:articles|people|organisations|topics|comments|public_document|public_listing|public_comment|public_reference|publication_log)(?:_\w+)?\b/

/** A growing table is read whole: a few rows that were found are sorted, and a setting is looked for among settings. */
function readsWhole({ sql, plan }: { sql: string, plan: string[] }): boolean {
  const aliases = new Map(Array.from(sql.matchAll(/(?:from|join|update) [`"](\w+)[`"](?: as [`"]?(\w+)[`"]?)?/gi), ([, table = '', alias = table]) => [alias, table]))
  return plan.some((line) => {
    const scanned = /^SCAN (\w+)$/.exec(line)?.[1] ?? /Seq Scan on "?(\w+)"?/.exec(line)?.[1]
    const byTypeAlone = /SEARCH .*\(subject_type=\?\)$/.test(line)
    return byTypeAlone || (scanned !== undefined && growing.test(aliases.get(scanned) ?? scanned) && !/order by [`"]seq[`"] desc limit/.test(sql))
  })
}

it('publishes, corrects and takes back by indexes', async () => {
  const publish = async (method: string, params: object) => v.parse(writePlansSchema, await cms.run('writePlans', { uid: 'api::article.article', method, params }))
  const [row] = v.parse(v.array(v.object({ document_id: v.string() })), await cms.run('sql', { sql: 'select document_id from public_document where slug = ?', bindings: ['artikel-0000101'] }))
  const documentId = row?.document_id
  const plans = [
    ...await publish('update', { documentId, data: { title: 'Artikel rättad', slug: 'artikel-rattad' }, status: 'published' }),
    ...await publish('unpublish', { documentId }),
    ...await publish('publish', { documentId }),
  ]
  expect(plans.length).toBeGreaterThan(150)
  expect(plans.filter(readsWhole)).toEqual([])
})

// Fills a CMS with articles by the hundred thousand. A few are published as editors do it; the rest are copies of all their rows, in Strapi's
// tables, in the log with a right chain, and in the read model, under other ids, addresses and dates.

const { createHash } = require('node:crypto')
const { countQueues, loadThreads, shownOf, writtenAt } = require('./bulk-comments.cjs')
const { insertFast, numbersOf, readRows } = require('./bulk-rows.cjs')
const { publishTemplates } = require('./bulk-templates.cjs')

/** Links of Strapi's from an article's row. */
const linkTables = ['articles_authors_lnk', 'articles_organisations_lnk', 'articles_publisher_lnk', 'articles_topics_lnk']

const bytes = ['json', 'summary']

/** How many articles one transaction brings. */
const batchSize = 1000

/** The title of the article with a number; those of the templates are like them in form. */
const titleOf = number => `Artikel ${String(number).padStart(7, '0')}`
const slugOf = number => titleOf(number).toLowerCase().replace(' ', '-')

/** An id like Strapi's: it tells nothing of when it was made. */
const idOf = number => `a${BigInt(`0x${createHash('sha256').update(`article ${number}`).digest('hex')}`).toString(36).padStart(30, '0').slice(-23)}`

/** One article each ten minutes until the end of 2025. */
const instantOf = (number, total) => new Date(Date.UTC(2026, 0, 1) - (total - number) * 600_000).toISOString()

const etagOf = json => require('../../dist/src/publication/read-model/project').etagOf(json)

/**
 * {articles, each}: fills an empty CMS with so many articles, each with `each` comments (see bulk-comments.cjs).
 * → {slugs, people, organisations, topics} to ask for, the article is one of those in the middle
 */
exports.loadSite = async (strapi, { articles, each }) => {
  const knex = strapi.db.connection
  const named = await publishTemplates(strapi, Math.min(articles, 20))
  const templates = await Promise.all(named.articles.map(id => readTemplate(knex, id)))
  const lists = new Map()
  for (let from = 0; from < articles; from += batchSize) {
    const numbers = Array.from({ length: Math.min(batchSize, articles - from) }, (_, index) => from + index)
    await knex.transaction(trx => loadBatch(trx, { numbers, templates, each, lists }))
  }
  await knex.transaction(async (trx) => {
    await countLists(trx, lists)
    await countQueues(trx)
    await projectNamed(trx, templates, each)
  })
  await knex.raw(knex.client.config.client === 'pg' ? 'vacuum analyze' : 'pragma wal_checkpoint(truncate)')
  // every comment under this one is public
  return { slug: slugOf(Math.floor(articles / 20) * 10 + 3), person: named.person, organisation: named.organisation, topic: named.topic }
}

/** Every row of a published article. */
async function readTemplate(knex, documentId) {
  const read = (table, where, ...bindings) => readRows(knex, table, where, bindings, bytes)
  const rows = await read('articles', 'document_id = ? order by id', documentId)
  const ids = rows.map(row => row.id)
  const places = ids.map(() => '?').join(', ')
  const parts = await read('articles_cmps', `entity_id in (${places}) order by id`, ...ids)
  const texts = parts.length === 0 ? [] : await read('components_body_texts', `id in (${parts.map(() => '?').join(', ')}) order by id`, ...parts.map(part => part.cmp_id))
  const links = {}
  for (const table of linkTables)
    links[table] = await read(table, `article_id in (${places}) order by id`, ...ids)
  const [log] = await read('publication_log', 'subject_type = \'article\' and document_id = ?', documentId)
  const [document] = await read('public_document', 'subject_type = \'article\' and document_id = ?', documentId)
  const listings = await read('public_listing', 'document_id = ? order by list_key', documentId)
  const references = await read('public_reference', 'document_id = ?', documentId)
  const tokens = { id: documentId, slug: log.slug, title: rows[0].title, sortKey: rows[0].title.toLowerCase(), at: log.at, count: '"commentCount":0' }
  const copy = compile({ rows, parts, texts, links, log, document, listings, references }, tokens)
  return { documentId, number: Number(log.slug.replace(/\D/g, '')), log, copy }
}

/** Prepares a value for being copied: each text that holds a token is taken apart once. → (values by token) → the copy */
function compile(value, tokens) {
  if (Buffer.isBuffer(value)) {
    const text = compile(value.toString(), tokens)
    return values => Buffer.from(text(values))
  }
  if (typeof value === 'string')
    return compileText(value, tokens)
  if (value instanceof Date || value === null || typeof value !== 'object')
    return () => value
  if (Array.isArray(value)) {
    const items = value.map(item => compile(item, tokens))
    return values => items.map(item => item(values))
  }
  const members = Object.entries(value).map(([name, member]) => [name, compile(member, tokens)])
  return values => Object.fromEntries(members.map(([name, member]) => [name, member(values)]))
}

function compileText(text, tokens) {
  const names = Object.keys(tokens)
  const pattern = new RegExp(names.map(name => `(${RegExp.escape(tokens[name])})`).join('|'), 'g')
  const parts = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), { token: names[match.slice(1).findIndex(group => group !== undefined)] })
    end = match.index + match[0].length
  }
  if (parts.length === 0)
    return () => text
  parts.push(text.slice(end))
  return values => parts.map(part => typeof part === 'string' ? part : values[part.token]).join('')
}

/** Writes some articles with their threads, and both in the log. */
async function loadBatch(trx, { numbers, templates, each, lists }) {
  const tables = new Map()
  const add = (table, row) => tables.has(table) ? tables.get(table).push(row) : tables.set(table, [row])
  const log = await openLog(trx)
  const ids = await openIds(trx)
  const loaded = numbers.map((number) => {
    const template = templates[number % templates.length]
    if (template.number === number)
      return template.documentId
    const documentId = idOf(number)
    const title = titleOf(number)
    const count = `"commentCount":${shownOf({ each, from: number * each })}`
    const rows = template.copy({ id: documentId, slug: slugOf(number), title, sortKey: title.toLowerCase(), at: instantOf(number, 1_000_000), count })
    copyStrapiRows(rows, ids, add)
    const seq = log.append(rows.log, add)
    add('public_document', { ...rows.document, log_seq: seq, etag: etagOf(rows.document.json) })
    for (const listing of rows.listings) {
      add('public_listing', listing)
      lists.set(listing.list_key, (lists.get(listing.list_key) ?? 0) + 1)
    }
    rows.references.forEach(reference => add('public_reference', reference))
    return documentId
  })
  for (const [table, rows] of tables)
    await insertFast(trx, table, rows)
  const commentLog = []
  if (each > 0) {
    await loadThreads(trx, { articleIds: loaded, each, from: numbers[0] * each })
    for (const row of await readThreads(trx, numbers[0] * each, numbers.length * each))
      log.append(commentRow(row), (_, logged) => commentLog.push(logged))
    await insertFast(trx, 'publication_log', commentLog)
  }
  await Promise.all([...Object.values(ids), log].map(counter => counter.done()))
}

async function openIds(trx) {
  const tables = ['articles', 'articles_cmps', 'components_body_texts', ...linkTables]
  return Object.fromEntries(await Promise.all(tables.map(async table => [table, await numbersOf(trx, table)])))
}

/** The rows in Strapi's own tables, with numbers of their own. */
function copyStrapiRows({ rows, parts, texts, links }, ids, add) {
  const newRow = new Map(rows.map(row => [row.id, ids.articles.next()]))
  const newText = new Map(texts.map(text => [text.id, ids.components_body_texts.next()]))
  rows.forEach(row => add('articles', { ...row, id: newRow.get(row.id) }))
  texts.forEach(text => add('components_body_texts', { ...text, id: newText.get(text.id) }))
  parts.forEach(part => add('articles_cmps', { ...part, id: ids.articles_cmps.next(), entity_id: newRow.get(part.entity_id), cmp_id: newText.get(part.cmp_id) }))
  for (const table of linkTables)
    links[table].forEach(link => add(table, { ...link, id: ids[table].next(), article_id: newRow.get(link.article_id) }))
}

/** The end of the log: rows are put on it as `append` in src/publication/log does, by its own functions. */
async function openLog(trx) {
  const { sha256 } = require('../../dist/src/publication/log/canonical-json')
  const { chainOf, chainStart } = require('../../dist/src/publication/log/chain')
  const seqs = await numbersOf(trx, 'publication_log', 'seq')
  const last = await trx('publication_log').select('chain').orderBy('seq', 'desc').first()
  let chain = last?.chain ?? chainStart
  return {
    append(row, add) {
      const digest = sha256(row.snapshot)
      chain = chainOf(chain, {
        subjectType: row.subject_type,
        documentId: row.document_id,
        language: row.language,
        slug: row.slug,
        action: row.action,
        version: row.version,
        changeKind: row.change_kind,
        changeNote: row.change_note,
        at: row.at,
        actor: row.actor,
        firstPublishedAt: row.first_published_at,
        publicUpdatedAt: row.public_updated_at,
        tags: row.tags,
        digest,
      })
      const seq = seqs.next()
      add('publication_log', { ...row, seq, digest, chain })
      return seq
    },
    done: seqs.done,
  }
}

/** The public comments of a stretch of all, in the order in which they were written. */
async function readThreads(trx, from, count) {
  const bound = number => `k${String(number).padStart(23, '0')}`
  return trx('comments').select('document_id', 'article_id', 'parent_id', 'path', 'author_name', 'body_text', 'is_question')
    .whereNotNull('path').whereBetween('document_id', [bound(from + 1), bound(from + count)]).orderBy('document_id')
}

/** What the log says of an approved comment. */
function commentRow(row) {
  const { commentSnapshot } = require('../../dist/src/publication/comments/comment-snapshot')
  const { canonicalJson } = require('../../dist/src/publication/log/canonical-json')
  const at = writtenAt(Number(row.document_id.slice(1)))
  const comment = { documentId: row.document_id, articleId: row.article_id, authorName: row.author_name, personId: null, bodyText: row.body_text, isQuestion: Boolean(row.is_question), writtenAt: at }
  return {
    subject_type: 'comment',
    document_id: row.document_id,
    language: '',
    slug: null,
    action: 'comment-approved',
    version: null,
    change_kind: null,
    change_note: null,
    at,
    actor: 'system',
    first_published_at: null,
    public_updated_at: null,
    tags: `comments:${row.article_id},article:${row.article_id},list:articles`,
    snapshot: canonicalJson(commentSnapshot(comment, row.path, row.parent_id)),
  }
}

async function countLists(trx, lists) {
  const { countIn } = require('../../dist/src/publication/read-model/listings')
  for (const [list, total] of lists)
    await countIn(trx, [list], total)
}

/** Whom and what the articles name shows their number; the templates got comments. */
async function projectNamed(trx, templates) {
  const { project } = require('../../dist/src/publication/read-model/project')
  const { readSettings } = require('../../dist/src/settings')
  const named = await trx('public_document').select('subject_type', 'document_id', 'language').whereNot('subject_type', 'article')
  const keys = named.map(row => ({ type: row.subject_type, id: row.document_id, language: row.language }))
  await project(trx, [...keys, ...templates.map(({ documentId }) => ({ type: 'article', id: documentId, language: 'sv' }))], readSettings())
}

import type { Article, ArticleVersion, Openness, Organisation, Person, Problem, Thread, Topic, Version } from '@klartext/contract'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Sent, SentAnswers } from './fixture-dialogue'
import { createServer } from 'node:http'
import { createFixtureStream } from './fixture-changes'
import { commentIn, readSent, repliesIn } from './fixture-dialogue'

/** What a fixture CMS holds; as the contract's examples have it. */
export interface FixtureContent {
  articles: Article[]
  /** By slug. */
  threads: Record<string, Thread>
  versions: Record<string, Version[]>
  versionTexts: Record<string, ArticleVersion>
  people: Person[]
  organisations: Organisation[]
  topics: Topic[]
  /** Old slug → new slug. */
  moved: Record<string, string>
  /** Slug → the 410 answer. */
  withdrawn: Record<string, Problem>
  /** Token → the draft. */
  drafts: Record<string, Article>
  /** By organisation; the whole site's under the empty name. */
  openness: Record<string, Openness>
  /** By the last part of the path; what has none is not known. A test may change them. */
  sentAnswers: SentAnswers
  /** File name → its bytes. */
  uploads: Record<string, Uint8Array>
}

export interface FixtureCms {
  url: string
  /** Answer every further request with this status, or break the connection with `'cut'`; null to be well again. */
  ail: (illness: number | 'cut' | null) => void
  /** `METHOD path` of every request so far. */
  requests: string[]
  /** Everything that was sent in, latest last. */
  sent: Sent[]
  /** Tells those who follow the changes that something with these tags changed; it must be told after the content is changed. */
  change: (...tags: string[]) => void
  /** Forgets the changes so far, as a log that was begun anew, and ends the streams. */
  forgetChanges: () => void
  /** Resolves when somebody follows the changes. */
  followed: () => Promise<void>
  close: () => Promise<void>
}

/** A small CMS on a real port that answers as the contract says, from what it is given. */
export async function startFixtureCms(content: FixtureContent, port = 0): Promise<FixtureCms> {
  let illness: number | 'cut' | null = null
  const requests: string[] = []
  const sent: Sent[] = []
  const stream = createFixtureStream()
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (illness === 'cut')
      request.socket.destroy()
    else if (illness !== null)
      sendProblem(response, illness, 'The fixture is ill')
    else if (request.method === 'POST')
      void takeIn(content, sent, request, response)
    else if (request.url?.startsWith('/api/v1/changes'))
      stream.answer(request, response)
    else
      answer(content, request, response)
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    ail: (next) => {
      illness = next
      if (illness !== null)
        stream.cut()
    },
    change: stream.change,
    forgetChanges: stream.forget,
    followed: stream.followed,
    requests,
    sent,
    close: () => new Promise((resolve, reject) => {
      server.closeAllConnections()
      server.close(error => error ? reject(error) : resolve())
    }),
  }
}

async function takeIn({ sentAnswers }: FixtureContent, all: Sent[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await readSent(request)
  all.push(sent)
  const answerSent = sentAnswers[sent.path.split('/').at(-1) ?? '']
  if (!answerSent)
    return sendProblem(response, 404, 'No such route')
  const { status, body, headers } = answerSent(sent)
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

function answer(content: FixtureContent, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://fixture')
  const [, first, ...rest] = url.pathname.split('/')
  if (first === 'uploads')
    return sendUpload(content, rest.join('/'), request, response)
  if (first === '_preview')
    return sendDraft(content, url.searchParams.get('token') ?? '', response)
  const [version, collection, slug, part, number] = rest
  if (first !== 'api' || version !== 'v1')
    return sendProblem(response, 404, 'No such route')
  const query = Object.fromEntries(url.searchParams)
  const language = query.language ?? 'sv'
  if (collection === 'articles')
    return answerArticles(content, { slug, part, number, query, language, response })
  if (collection === 'comments')
    return sendFound(response, commentIn(content.threads, slug ?? ''), commentTags(content, slug ?? ''))
  if (collection === 'openness')
    return sendFound(response, content.openness[query.organisation ?? ''] ?? null, 'list:articles')
  const documents: { slug: string }[] | undefined = { people: content.people, organisations: content.organisations, topics: content.topics }[collection ?? '']
  if (!documents)
    return sendProblem(response, 404, 'No such route')
  if (!slug)
    return send(response, 200, page(documents, query), { tags: `list:${collection}` })
  return sendFound(response, documents.find(candidate => candidate.slug === slug) ?? null, `list:${collection}`)
}

interface ArticleRequest {
  slug: string | undefined
  part: string | undefined
  number: string | undefined
  query: Record<string, string>
  language: string
  response: ServerResponse
}

function answerArticles(content: FixtureContent, { slug, part, number, query, language, response }: ArticleRequest): void {
  const narrowing = ['person', 'topic', 'organisation'].flatMap(type => query[type] === undefined ? [] : [`${type}:${query[type]}`])[0]
  if (!slug)
    return send(response, 200, page(filtered(content.articles, query).map(summary), query), { tags: narrowing ? `list:articles:${narrowing},list:articles:narrowed` : 'list:articles' })
  const moved = content.moved[slug]
  if (moved) {
    response.writeHead(301, { 'cache-tag': `moved:${slug},list:articles`, 'location': `/api/v1/articles/${moved}${part ? `/${part}` : ''}?${new URLSearchParams(query)}` }).end()
    return
  }
  const gone = content.withdrawn[slug]
  if (gone)
    return send(response, 410, gone, { tags: `gone:${slug}`, type: 'application/problem+json' })
  const article = content.articles.find(candidate => candidate.slug === slug && candidate.language === language)
  if (!article)
    return sendProblem(response, 404, `No public article has the slug "${slug}"`, 'list:articles')
  if (!part)
    return send(response, 200, article, { tags: articleTags(article) })
  const threadTags = `comments:${article.id},article:${article.id}`
  if (part === 'comments')
    return query.parent ? sendFound(response, withPage(repliesIn(content.threads[slug], query.parent), query), threadTags) : send(response, 200, pageOfThread(content.threads[slug], query), { tags: threadTags })
  const versions = content.versions[slug] ?? []
  if (part === 'versions' && !number)
    return send(response, 200, page(versions, query), { tags: `article:${article.id}` })
  const text = content.versionTexts[`${slug}/${number}`]
  return text ? send(response, 200, text, { tags: `article:${article.id}` }) : sendProblem(response, 404, 'No such version', `article:${article.id}`)
}

function filtered(articles: readonly Article[], query: Record<string, string>): Article[] {
  const has = (things: readonly { slug: string }[], slug: string | undefined) => !slug || things.some(thing => thing.slug === slug)
  const date = (article: Article) => Date.parse(query.sort === '-publicUpdatedAt' ? article.publicUpdatedAt : article.firstPublishedAt ?? article.publicUpdatedAt)
  return articles
    .filter(article => (!query.kind || article.kind === query.kind)
      && (!query.language || article.language === query.language)
      && has(article.topics, query.topic)
      && has(article.organisations, query.organisation)
      && has([...article.subjects, ...article.authors], query.person))
    .sort((a, b) => date(b) - date(a))
}

function summary({ body, bodyHtml, translations, ...rest }: Article): object {
  return rest
}

function page<Item>(items: readonly Item[], query: Record<string, string>) {
  const number = Number(query.page ?? 1)
  const limit = Number(query.limit ?? 20)
  return {
    items: items.slice((number - 1) * limit, number * limit),
    page: number,
    limit,
    total: items.length,
    links: { self: 'https://cms.klartext.example/api/v1/', next: null, previous: null },
  }
}

function pageOfThread(thread: Thread | undefined, query: Record<string, string>): object {
  return { ...page(thread?.items ?? [], query), total: thread?.total ?? 0, rootTotal: thread?.rootTotal ?? 0, questions: thread?.questions ?? { total: 0, answered: 0 } }
}

const withPage = (thread: Thread | null, query: Record<string, string>) => thread && pageOfThread(thread, query)

const articleTags = ({ id, authors, subjects }: Article) => [`article:${id}`, ...[...authors, ...subjects].map(person => `person:${person.id}`)].join(',')

function commentTags({ articles, threads }: FixtureContent, id: string): string {
  const article = articles.find(({ slug }) => commentIn(threads[slug] ? { [slug]: threads[slug] } : {}, id))
  return article ? `comments:${article.id}` : 'list:articles'
}

function sendFound(response: ServerResponse, found: object | null, tags: string): void {
  if (found)
    send(response, 200, found, { tags })
  else
    sendProblem(response, 404, 'No such document', tags)
}

function sendDraft(content: FixtureContent, token: string, response: ServerResponse): void {
  const article = content.drafts[token]
  if (article)
    send(response, 200, { article, status: article.language === 'en' ? 'published' : 'draft', language: article.language, expiresAt: '2026-11-22T12:05:00.000Z' })
  else
    sendProblem(response, 403, 'The token is too old')
}

function sendUpload(content: FixtureContent, name: string, request: IncomingMessage, response: ServerResponse): void {
  const bytes = content.uploads[name]
  const etag = '"fixture"'
  if (!bytes)
    return sendProblem(response, 404, 'No such file')
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(200, { etag, 'content-type': 'application/octet-stream', 'content-length': bytes.byteLength, 'last-modified': 'Tue, 10 Feb 2026 06:00:00 GMT' })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function sendProblem(response: ServerResponse, status: number, title: string, tags?: string): void {
  send(response, status, { type: 'about:blank', title, status, detail: title, instance: '/' }, { type: 'application/problem+json', ...tags && { tags } })
}

function send(response: ServerResponse, status: number, body: object, { type = 'application/json', tags }: { type?: string, tags?: string } = {}): void {
  response.writeHead(status, { 'content-type': type, ...tags && { 'cache-tag': tags } }).end(JSON.stringify(body))
}

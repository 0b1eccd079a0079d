import type { FreshCms } from '../../harness/fresh-cms'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@klartext/client'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshCms } from '../../harness/fresh-cms'
import { apiText, fileText, htmlText } from './page-text'
import { fixture, runImport, samples } from './run-import'

let cms: FreshCms
let folder: string
beforeAll(async () => {
  cms = await freshCms()
  folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-import-'))
})
afterAll(async () => {
  await cms?.dispose()
  await rm(folder, { recursive: true, force: true })
})

const rowsSchema = v.array(v.object({ n: v.union([v.number(), v.pipe(v.string(), v.transform(Number))]) }))
const count = async (table: string, where = '1 = 1'): Promise<number> =>
  v.parse(rowsSchema, await cms.run('sql', { sql: `select count(*) as n from ${table} where ${where}` }))[0]?.n ?? -1
const everything = async (): Promise<number[]> =>
  Promise.all(['articles', 'comments', 'import_source', 'publication_log', 'public_document', 'components_body_texts', 'components_body_figures'].map(table => count(table)))

async function file(name: string, text: string): Promise<string> {
  const place = path.join(folder, name)
  await writeFile(place, text)
  return place
}

const client = () => createClient({ baseUrl: cms.url })
const profile = fixture('profil-hamnen.sv.txt')
const essay = fixture('essa-svaret.sv.txt')
const named = fixture('namn-och-datum.sv.txt')

describe('before anything is imported', () => {
  it('a dry run tells what would become what, and writes nothing', async () => {
    const before = await everything()
    const { code, stdout, stderr } = await runImport(cms, ['--dry-run', '--publish', profile, essay])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^ +7 {2}bild +Foto på Solveig Hamrin \[bildfilen saknas/m)
    expect(stdout).toMatch(/^ +47 {2}utelämnad +loader \[laddningstext\]$/m)
    expect(stdout).toMatch(/Inte placerade rader; de står inte i artikeln:\n +75 {2}Sjöviks kommun, Storgatan 1$/m)
    expect(stdout).toMatch(/9 repliker.*\n/)
    expect(stdout).toMatch(/Provkörning: ingenting skrevs\./)
    expect(await everything()).toEqual(before)
  })

  it('a dry run needs no CMS', async () => {
    const { code, stdout } = await runImport({ dataDir: path.join(folder, 'nowhere'), databaseUrl: null }, ['--dry-run', profile])
    expect([code, existsSync(path.join(folder, 'nowhere'))]).toEqual([0, false])
    expect(stdout).toMatch('Provkörning')
  })

  it.each([
    ['no file', [], /^Ange minst en fil\.\nSå här importeras/],
    ['an unknown option', [profile, '--force'], /^Okänt eller felaktigt val: --force\n/],
  ])('%s is answered with how to use it', async (_, args, message) => {
    const { code, stderr } = await runImport(cms, args)
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  })

  it('files that cannot be read are named, and leave nothing', async () => {
    const before = await everything()
    const binary = await file('binary.txt', 'Rubrik\n\n\u0000')
    const dateFirst = await file('date-first.txt', '- Ändrad: 2 december 2014\n\nText.')
    const missing = path.join(folder, 'missing.txt')
    const { code, stdout, stderr } = await runImport(cms, ['--publish', fixture('sparad-som-html.txt'), binary, dateFirst, missing, folder])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n\n')).toEqual([
      expect.stringMatching(/sparad-som-html\.txt\n {2}Importerades inte\. Filen är HTML\./),
      expect.stringMatching(/binary\.txt\n {2}Importerades inte\. Rad 3: Filen innehåller binära tecken/),
      expect.stringMatching(/date-first\.txt\n {2}Importerades inte\. Rad 1: filen ska börja med sidans rubrik/),
      expect.stringMatching(/missing\.txt\n {2}Importerades inte\. Filen finns inte\./),
      expect.stringMatching(/Importerades inte\. Det är en mapp\./),
    ])
    expect(await everything()).toEqual(before)
  })
})

describe('beside a running CMS', () => {
  it('a file becomes a draft, and a file beside it that cannot be read does not stop it', async () => {
    const { code, stdout } = await runImport(cms, [fixture('sparad-som-html.txt'), essay])
    expect(code).toBe(1)
    expect(stdout).toMatch(/Importerad som utkast: http:\/\/127\.0\.0\.1:\d+\/admin\/content-manager\/collection-types\/api::article\.article\/[a-z0-9]{24}$/m)
    expect([await count('articles'), await count('articles', 'published_at is not null'), await count('comments'), await count('publication_log')]).toEqual([1, 0, 6, 0])
    expect((await client().articles.list()).total).toBe(0)
  })

  it('the same page again changes nothing, whatever its line breaks and encoding', async () => {
    const before = await everything()
    const again = await file('again.txt', `\uFEFF${readFileSync(essay, 'utf8').replaceAll('\n', '\r\n')}\r\n\r\n`)
    const { code, stdout } = await runImport(cms, [essay, again])
    expect(code).toBe(0)
    expect(stdout.match(/Redan importerad som ”Varför svarar kommunen inte på frågan\?”; inget ändrades: http/g)).toHaveLength(2)
    expect(await everything()).toEqual(before)
  })

  it('--publish then publishes what came in as a draft, once', async () => {
    const first = await runImport(cms, ['--publish', essay])
    expect(first.stdout).toMatch(/Redan importerad som .*; nu är den publicerad: https:\/\/sjovik\.example\/artiklar\/varfor-svarar-kommunen-inte-pa-fragan$/m)
    const before = await everything()
    const second = await runImport(cms, ['--publish', essay])
    expect([first.code, second.code]).toEqual([0, 0])
    expect(second.stdout).toMatch(/Redan importerad som .*; inget ändrades: https:\/\/sjovik\.example/)
    expect(await everything()).toEqual(before)
    expect(await count('articles')).toBe(2)
  })

  it('another text under the title of an article is refused, and names it', async () => {
    const before = await everything()
    const { code, stderr } = await runImport(cms, ['--publish', await file('other.txt', 'Varför svarar kommunen inte på frågan?\n\nEn helt annan text.')])
    expect(code).toBe(1)
    expect(stderr).toMatch(/Importerades inte\. Det finns redan en artikel med rubriken ”Varför svarar kommunen inte på frågan\?” \(http.*\/[a-z0-9]{24}\), med en annan text/)
    expect(await everything()).toEqual(before)
  })

  it('an unpublished article is not published by a second import', async () => {
    const run = await runImport(cms, ['--publish', named])
    const slug = /artiklar\/(\S+)/.exec(run.stdout)?.[1] ?? ''
    const { id } = await client().articles.bySlug(slug)
    await cms.run('documents', { uid: 'api::article.article', method: 'unpublish', params: { documentId: id, locale: 'sv' } })
    const again = await runImport(cms, ['--publish', named])
    expect(again.stdout).toMatch(/Redan importerad .*; inget ändrades: http:\/\/127.*\/admin\//)
    await expect(client().articles.bySlug(slug)).rejects.toMatchObject({ status: 404 })
  })

  it('a failure in the middle leaves nothing of the file', async () => {
    // two comments of one text: the second one fails
    await cms.run('sql', { sql: 'create unique index import_test_idx on comments (body_text)' })
    const before = await everything()
    const { code, stderr } = await runImport(cms, ['--publish', await file('halves.txt', 'Halva\n\nText.\n\n2 kommentarer\n\n 1. Lika.\n\n 2. Lika.')])
    expect([code, await everything()]).toEqual([1, before])
    expect(stderr).toMatch(/halves\.txt\n {2}Importerades inte\. /)
    await cms.run('sql', { sql: 'drop index import_test_idx' })
  })

  it('two imports of one file at the same time bring it in once', async () => {
    const twin = await file('twin.txt', 'Tvillingar\n\nText som kommer in en gång.')
    const runs = await Promise.all([runImport(cms, [twin]), runImport(cms, [twin])])
    expect(runs.map(({ code }) => code)).toEqual([0, 0])
    expect(runs.map(({ stdout }) => /Importerad|Redan/.exec(stdout)?.[0]).sort()).toEqual(['Importerad', 'Redan'])
    expect(await count('articles', 'title = \'Tvillingar\'')).toBe(1)
  })

  it('a page whose article was deleted comes in again', async () => {
    const gone = await file('gone.txt', 'Borttagen\n\nText som kommer tillbaka.')
    const first = await runImport(cms, [gone])
    const documentId = /\/([a-z0-9]{24})$/m.exec(first.stdout)?.[1]
    await cms.run('documents', { uid: 'api::article.article', method: 'delete', params: { documentId, locale: '*' } })
    const second = await runImport(cms, [gone])
    expect([second.code, second.stdout]).toEqual([0, expect.stringMatching(/Importerad som utkast/)])
  })
})

describe('in the public API', () => {
  it.each([
    ['a profile', profile, [3, 47, 48], 0],
    ['an essay with its thread', essay, [43, 61, 63, 65, 67, 69, 71, 73, 75], 6],
  ])('%s says every sentence once and in order', async (_, place, without, comments) => {
    const run = await runImport(cms, ['--publish', place])
    const article = await client().articles.bySlug(/artiklar\/(\S+)/.exec(run.stdout)?.[1] ?? '')
    const thread = await client().articles.comments(article.slug)
    const text = fileText(readFileSync(place, 'utf8'), without)
    expect(apiText(article, thread.items)).toBe(text)
    expect(text).toContain(htmlText(article).replace(/–(?=[A-ZÅÄÖ])/g, ''))
    expect([article.commentCount, thread.total]).toEqual([comments, comments])
  })

  it('a profile has its dates, its picture and nine spoken lines', async () => {
    const article = await client().articles.bySlug('hon-larde-hamnen-att-tala')
    expect(article).toMatchObject({ kind: 'profile', language: 'sv', firstPublishedAt: null, version: 1, commentsOpen: false })
    expect(new Date(article.publicUpdatedAt).toISOString()).toBe('2016-03-17T11:00:00.000Z')
    expect(article.body[0]).toMatchObject({ type: 'figure', src: null, alt: 'Foto på Solveig Hamrin' })
    expect(article.body[1]).toMatchObject({ type: 'paragraph' })
    const spoken = article.body.filter(part => part.type === 'dialogue')
    expect(spoken).toHaveLength(9)
    expect(spoken.every(({ children: [first] }) => first?.type === 'text' && /^\p{Lu}/u.test(first.text))).toBe(true)
  })

  it('comments without a name or date have null, and stand below the comment that they answer', async () => {
    const { items } = await client().articles.comments('varfor-svarar-kommunen-inte-pa-fragan')
    expect(items.map(({ number, replies }) => [number, replies.map(reply => [reply.number, reply.replies.length])])).toEqual([
      ['1', [['1.1', 1]]],
      ['2', [['2.1', 0]]],
      ['3', []],
    ])
    expect(items[0]).toMatchObject({ author: { name: null, isAuthor: false, person: null }, createdAt: null })
  })

  it('stated names and dates are kept', async () => {
    const run = await runImport(cms, ['--publish', await file('names.txt', readFileSync(named, 'utf8').replace('Ett bibliotek', 'Ett annat bibliotek'))])
    const article = await client().articles.bySlug(/artiklar\/(\S+)/.exec(run.stdout)?.[1] ?? '')
    expect([article.firstPublishedAt, article.publicUpdatedAt].map(at => at && new Date(at).toISOString())).toEqual(['2014-03-03T11:00:00.000Z', '2014-03-05T15:45:00.000Z'])
    const { items } = await client().articles.comments(article.slug)
    expect(items.map(({ author, createdAt }) => [author.name, createdAt && new Date(createdAt).toISOString()])).toEqual([
      ['Louise Ek', '2014-03-06T11:00:00.000Z'],
      ['roffe53', null],
      ['Anna-Karin af Dal', '2014-03-09T11:00:00.000Z'],
    ])
  })
})

describe.skipIf(!existsSync(samples))(existsSync(samples) ? 'two real pages' : 'two real pages (skipped: ../shared/samples is not here)', () => {
  it.each([
    ['profile.sv.txt', [3, 49, 50], 0, '2014-12-02'],
    ['essay.sv.txt', [105, 125, 127, 129], 5, null],
  ])('%s says every sentence once and in order', async (name, without, comments, day) => {
    const place = path.join(samples, name)
    const run = await runImport(cms, ['--publish', place])
    expect([run.code, run.stderr]).toEqual([0, ''])
    const article = await client().articles.bySlug(/artiklar\/(\S+)/.exec(run.stdout)?.[1] ?? '')
    const thread = await client().articles.comments(article.slug)
    expect(apiText(article, thread.items)).toBe(fileText(readFileSync(place, 'utf8'), without))
    expect([article.commentCount, thread.total]).toEqual([comments, comments])
    expect(article.firstPublishedAt === null ? article.publicUpdatedAt.slice(0, 10) : null).toBe(day)
    expect(thread.items.map(({ replies }) => replies.length)).toEqual(comments === 0 ? [] : [0, 0, 1, 0])
  })
})

it('with no CMS running, it starts one and stops it', async () => {
  await cms.stop()
  const { code, stdout, stderr } = await runImport(cms, [await file('alone.txt', 'Ensam\n\nText som kom in utan server.')])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/Importerad som utkast: http/)
  expect(existsSync(path.join(cms.dataDir, 'cms.json'))).toBe(false)
})

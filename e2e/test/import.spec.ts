import type { Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { createClient } from '@klartext/client'
import { repository } from '../stack/stack'
import { expect, test } from '../stack/test'

const run = promisify(execFile)
const fixtures = path.join(repository, 'cms/test/fixtures/import')
// two real pages, beside the repository where they are at hand; they are not part of it
const samples = path.resolve(repository, '../shared/samples')

interface SavedPage {
  name: string
  file: string
  /** Lines of the file, from 1, that no reader should see as text: the title, dates and the old page's furniture. */
  aside: number[]
  spoken: number
  /** The numbers of its comments, in order. */
  comments: string[]
  changed: string | null
}

const own: SavedPage[] = [
  { name: 'a profile', file: path.join(fixtures, 'profil-hamnen.sv.txt'), aside: [1, 3, 47, 48], spoken: 9, comments: [], changed: '17 mars 2016' },
  { name: 'an essay', file: path.join(fixtures, 'essa-svaret.sv.txt'), aside: [1, 43, 61, 63, 65, 67, 69, 71, 73, 75], spoken: 0, comments: ['1', '1.1', '1.1.1', '2', '2.1', '3'], changed: null },
]
const real: SavedPage[] = [
  { name: 'a real profile', file: path.join(samples, 'profile.sv.txt'), aside: [1, 3, 49, 50], spoken: 9, comments: [], changed: '2 december 2014' },
  { name: 'a real essay', file: path.join(samples, 'essay.sv.txt'), aside: [1, 105, 125, 127, 129], spoken: 0, comments: ['1', '2', '3', '3.1', '4'], changed: null },
]

for (const saved of [...own, ...real]) {
  test(`${saved.name}, imported beside the running site, is a page with every sentence once and in order`, async ({ page, emptySite }, testInfo) => {
    test.skip(!existsSync(saved.file), '../shared/samples is not here')
    const { stdout } = await run(process.execPath, [path.join(repository, 'cms/scripts/import.mjs'), '--publish', saved.file], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...emptySite.environment },
    })
    const address = /Importerad och publicerad: (\S+)/.exec(stdout)?.[1] ?? ''
    const slug = address.split('/').at(-1) ?? ''
    const client = createClient({ baseUrl: emptySite.cmsUrl })
    const article = await client.articles.bySlug(slug)
    const thread = await client.articles.comments(slug)

    await page.goto(address)
    await page.screenshot({ path: testInfo.outputPath('page.png'), fullPage: true })
    const text = await readFile(saved.file, 'utf8')
    expect(folded(await page.getByRole('heading', { level: 1 }).textContent() ?? '')).toBe(folded(text.split('\n')[0] ?? ''))
    await expectDates(page, saved.changed, article.firstPublishedAt)
    await expectSpokenLines(page, saved.spoken)
    await expectPicturesApart(page, article.body.flatMap(part => part.type === 'figure' ? [part.alt] : []))
    await expectThread(page, saved.comments, thread.total)

    const said = await mainText(page)
    const sentences = sentencesOf(text, saved.aside, article.body.flatMap(part => part.type === 'figure' ? [part.alt] : []))
    const whole = sentences.join('')
    let end = 0
    for (const sentence of sentences) {
      expect(count(said, sentence), sentence).toBe(count(whole, sentence))
      const start = said.indexOf(sentence, end)
      expect(start, `in its place: ${sentence}`).toBeGreaterThanOrEqual(0)
      end = start + sentence.length
    }
  })
}

async function expectDates(page: Page, changed: string | null, firstPublishedAt: string | null) {
  const published = firstPublishedAt && new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(new Date(firstPublishedAt))
  await expect(page.locator('main dt', { hasText: /^Ändrad$/ })).toHaveCount(changed ? 1 : 0)
  await expect(page.locator('main dt', { hasText: /^Publicerad$/ })).toHaveCount(published ? 1 : 0)
  await expect(page.locator('main dd time').first()).toHaveText(changed ?? published ?? '')
}

async function expectSpokenLines(page: Page, spoken: number) {
  const lines = await page.locator('main .dialogue').allInnerTexts()
  expect(lines).toHaveLength(spoken)
  for (const line of lines)
    expect(line).toMatch(/^–\u00A0\p{Lu}/u)
}

async function expectPicturesApart(page: Page, alts: string[]) {
  for (const alt of alts) {
    await expect(page.locator('main figure', { hasText: alt })).toHaveCount(1)
    for (const paragraph of await page.locator('main p:not(figure p)').allInnerTexts())
      expect(paragraph).not.toContain(alt)
  }
}

async function expectThread(page: Page, numbers: string[], total: number) {
  expect(total).toBe(numbers.length)
  await expect(page.locator('main .comment')).toHaveCount(numbers.length)
  for (const number of numbers) {
    const comment = page.locator(`[id="kommentar-${number}"]`)
    await expect(comment).toContainText('Namn saknas')
    const parent = number.replace(/\.?\d+$/, '')
    if (parent)
      await expect(page.locator(`li:has(> [id="kommentar-${parent}"]) [id="kommentar-${number}"]`)).toHaveCount(1)
  }
  if (total > 0)
    await expect(page.locator('main #kommentarer h2')).toHaveText(`${total} kommentarer`)
}

/** What `<main>` says, the title and the list of contents aside. */
async function mainText(page: Page): Promise<string> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main h1, main nav'))
      element.remove()
  })
  return folded((await page.locator('main').allInnerTexts()).join(''))
}

/** The sentences of a saved page in their order; an alternative text counts as one, also where a paragraph is glued to it. */
function sentencesOf(text: string, aside: number[], alts: string[]): string[] {
  const apart = alts.reduce((rest, alt) => rest.replace(alt, `${alt}\n`), text.split('\n').map((line, index) => aside.includes(index + 1) ? '' : line).join('\n'))
  return apart
    .split('\n')
    .map(line => line.trim().replace(/^(?:[•*–-]\s*|\d+\.\s)/u, ''))
    .flatMap(line => line.split(/(?<=[.!?…]["”’)]*)\s+/u))
    .map(folded)
    .filter(sentence => sentence !== '')
}

/** Without white space, which is a matter of layout, and with every quotation mark as one. */
const folded = (text: string): string => text.normalize('NFC').replace(/["“„]/g, '”').replace(/['‘]/g, '’').replace(/[\s\u00AD]+/g, '')

const count = (text: string, part: string): number => text.split(part).length - 1

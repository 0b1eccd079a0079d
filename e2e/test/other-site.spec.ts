import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@klartext/client'
import { repository } from '../stack/stack'
import { serveFolder } from '../stack/static-server'
import { expect, test } from '../stack/test'

const run = promisify(execFile)

/** Where a browser finds each package of the client, as a site without a bundler would write it. */
const importMap = {
  imports: {
    '@klartext/client': '/node_modules/@klartext/client/dist/index.js',
    '@klartext/contract': '/node_modules/@klartext/contract/dist/index.js',
    'valibot': '/node_modules/valibot/dist/index.mjs',
    'ofetch': '/node_modules/ofetch/dist/index.mjs',
    'destr': '/node_modules/destr/dist/index.mjs',
    'ufo': '/node_modules/ufo/dist/index.mjs',
    'node-fetch-native/': '/node_modules/node-fetch-native/',
  },
}

const pageOf = (cmsUrl: string, slug: string) => `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>En annan webbplats</title>
<script type="importmap">${JSON.stringify(importMap)}</script>
<article></article><ol id="thread"></ol>
<script type="module">
  import { createClient } from '@klartext/client'
  const client = createClient({ baseUrl: ${JSON.stringify(cmsUrl)} })
  const article = await client.articles.bySlug(${JSON.stringify(slug)}, { language: 'sv' })
  document.querySelector('article').innerHTML = '<h1></h1>' + article.bodyHtml
  document.querySelector('h1').textContent = article.title
  const list = (comments, into) => comments.forEach((comment) => {
    const item = into.appendChild(document.createElement('li'))
    item.dataset.number = comment.number
    item.innerHTML = comment.bodyHtml
    list(comment.replies, item.appendChild(document.createElement('ol')))
  })
  const thread = await client.articles.comments(article.slug, { language: 'sv', limit: 100 })
  list(thread.items, document.querySelector('#thread'))
  document.body.dataset.ready = 'true'
</script>`

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'klartext-other-site-'))
  for (const name of ['contract', 'client'])
    await run('pnpm', ['pack', '--pack-destination', folder], { cwd: path.join(repository, 'packages', name) })
  const tarballs = (await readdir(folder)).map(file => path.join(folder, file))
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }')
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', ...tarballs], { cwd: folder })
})
test.afterAll(async () => rm(folder, { recursive: true, force: true }))

test('a page on another origin renders an article and its thread with the packed client', async ({ page, exampleSite }) => {
  const client = createClient({ baseUrl: exampleSite.cmsUrl })
  const { items } = await client.articles.list({ kind: 'essay', language: 'sv', limit: 100 })
  const essay = items.toSorted((a, b) => b.commentCount - a.commentCount)[0]
  if (!essay)
    throw new Error('The example content has no essay.')
  await writeFile(path.join(folder, 'page.html'), pageOf(exampleSite.cmsUrl, essay.slug))
  const site = await serveFolder(folder)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && !message.text().includes('favicon') && faults.push(message.text()))
  await page.goto(`${site.url}/page.html`)
  await expect(page.locator('body'), faults.join('\n')).toHaveAttribute('data-ready', 'true')
  await expect(page.locator('h1')).toHaveText(essay.title)
  await expect(page.locator('#thread li[data-number]')).toHaveCount(essay.commentCount)
  await expect(page.locator('article figure img').first()).toHaveJSProperty('complete', true)
  await site.close()
})

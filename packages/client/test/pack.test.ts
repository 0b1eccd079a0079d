import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { example, json, startServer } from './api-server.js'

const run = promisify(execFile)
const packages = fileURLToPath(new URL('../../', import.meta.url))
const names = ['contract', 'client', 'plain-language', 'comment-classifier']
const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js')

let project: string

/** Runs a program in the project outside this repository; a failure carries all that it said. */
async function inProject(program: string, ...given: string[]): Promise<string> {
  const { stdout } = await run(program, given, { cwd: project }).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = { ...(error as { stdout?: string, stderr?: string }) }
    throw new Error(`${program} ${given.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
  })
  return stdout
}

const readManifest = async (name: string) => JSON.parse(await readFile(join(project, 'node_modules/@klartext', name, 'package.json'), 'utf8')) as Record<string, unknown>

// They are packed and installed with npm, the way another site gets them; valibot and ofetch come from the registry.
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'klartext-pack-'))
  const tarballs = join(project, 'tarballs')
  await mkdir(tarballs)
  for (const name of names)
    await run('pnpm', ['pack', '--pack-destination', tarballs], { cwd: join(packages, name) })
  await writeFile(join(project, 'package.json'), '{ "private": true }')
  const files = (await readdir(tarballs)).map(file => join(tarballs, file))
  expect(files).toHaveLength(names.length)
  await inProject('npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', ...files)
}, 240_000)

afterAll(async () => {
  await rm(project, { recursive: true, force: true })
})

describe('the packages, packed and installed', { timeout: 60_000 }, () => {
  it.each(names)('%s holds what it states and no reference to the workspace', async (name) => {
    const folder = join(project, 'node_modules/@klartext', name)
    const manifest = await readManifest(name)
    expect(JSON.stringify({ ...manifest, devDependencies: {}, scripts: {} })).not.toMatch(/workspace:|catalog:/)
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist', 'package.json']))
    expect(await readdir(folder)).not.toEqual(expect.arrayContaining(['src']))
    for (const entry of [manifest.main, manifest.types])
      expect(await readFile(join(folder, String(entry)), 'utf8')).not.toBe('')
  })

  it('are imported and required, as the same modules', async () => {
    const { baseUrl } = await startServer(json(example('topic-page')))
    const body = `
      const { topics } = createClient({ baseUrl: ${JSON.stringify(baseUrl)} })
      topics.list().then(({ total }) => console.log(total, typeof articleSchema, readability(['Hej på dig.']).words, isQuestion('Varför?').isQuestion))
    `
    await writeFile(join(project, 'esm.mjs'), `
      import { createClient } from '@klartext/client'
      import { articleSchema } from '@klartext/contract'
      import { readability } from '@klartext/plain-language'
      import { isQuestion } from '@klartext/comment-classifier'
      import article from '@klartext/contract/examples/article-essay.json' with { type: 'json' }
      console.log(article.kind)
      ${body}`)
    await writeFile(join(project, 'cjs.cjs'), `
      const { createClient } = require('@klartext/client')
      const { articleSchema } = require('@klartext/contract')
      const { readability } = require('@klartext/plain-language')
      const { isQuestion } = require('@klartext/comment-classifier')
      const article = require('@klartext/contract/examples/article-essay.json')
      console.log(article.kind)
      ${body}`)
    expect(await inProject(process.execPath, 'esm.mjs')).toBe('essay\n4 object 3 true\n')
    expect(await inProject(process.execPath, 'cjs.cjs')).toBe('essay\n4 object 3 true\n')
  })

  const consumer = `
    import type { Article } from '@klartext/contract'
    import { ApiProblem, createClient } from '@klartext/client'
    import { articleSchema } from '@klartext/contract'
    import { readability } from '@klartext/plain-language'

    export async function title(slug: string): Promise<string> {
      try {
        const article: Article = await createClient({ baseUrl: 'https://cms.example' }).articles.bySlug(slug, { language: 'sv' })
        const lix: number | null = readability([article.title]).lix
        const src: string | null | undefined = article.cover?.src
        return [article.title, lix, src, articleSchema.type].join()
      }
      catch (error) {
        return error instanceof ApiProblem ? error.problem.detail : ''
      }
    }

    // @ts-expect-error a query key that is not in the contract
    createClient({ baseUrl: '' }).articles.list({ populate: '*' })
    // @ts-expect-error a write without its key
    createClient({ baseUrl: '' }).post('/x', { body: {}, schema: articleSchema })
  `

  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--lib', 'es2023,dom']

  it.each([
    ['bundler', ['--module', 'esnext', '--skipLibCheck']],
    ['node10', ['--module', 'commonjs', '--skipLibCheck']],
  ])('type-check with module resolution %s', async (resolution, more) => {
    await writeFile(join(project, 'consumer.ts'), consumer)
    await inProject(process.execPath, tsc, ...flags, '--moduleResolution', resolution, ...more, 'consumer.ts')
  })

  it('type-check with module resolution nodenext, as a module and as CommonJS, their READMEs and declarations too', async () => {
    const files: Record<string, string> = { 'consumer.mts': consumer, 'consumer.cts': consumer }
    for (const name of names) {
      const blocks = await readmeBlocks(name)
      expect(blocks).not.toEqual([])
      blocks.forEach((block, index) => files[`readme-${name}-${index}.mts`] = block)
    }
    for (const [file, content] of Object.entries(files))
      await writeFile(join(project, file), content)
    await inProject(process.execPath, tsc, ...flags, '--module', 'nodenext', ...Object.keys(files))
  })

  it('the examples in the README of client run', async () => {
    const [reading = '', following = ''] = await readmeBlocks('client')
    const read = await startServer(json(example('article-page')), json(example('article-profile')), json(example('thread')))
    const gone = await startServer(json(example('article-page')), json(example('problem-gone'), 410))
    const changes = await startServer(json(example('change-page')))
    const withServer = (block: string, { baseUrl }: { baseUrl: string }) => block.replace('https://cms.klartext.example', baseUrl)
    await writeFile(join(project, 'read.mjs'), withServer(reading, read))
    await writeFile(join(project, 'gone.mjs'), withServer(reading, gone))
    await writeFile(join(project, 'follow.mjs'), withServer(following, changes).replace('after: number): Promise<number>', 'after)'))
    expect(await inProject(process.execPath, 'read.mjs')).toMatch(/^5 of 9\nHon lyssnar efter läckor \d+ 7\n$/)
    expect(await inProject(process.execPath, 'gone.mjs')).toContain('Withdrawn: Artikeln byggde på')
    expect(await inProject(process.execPath, 'follow.mjs')).toMatch(/^published article [\s\S]*\n107\n$/)
  })
})

async function readmeBlocks(name: string): Promise<string[]> {
  const readme = await readFile(join(packages, name, 'README.md'), 'utf8')
  return [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = '']) => block)
}

import type { Toolchain } from '../../toolchain/toolchain.mjs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildChanged } from '../../workspace/build.mjs'
import { keptReport } from '../support/kept-report.ts'
import { createWorkspace, write } from '../support/workspace.ts'

const RESULTS = new Map([
  ['@klartext/contract', ['packages/contract/dist/index.js']],
  ['@klartext/client', ['packages/client/dist/index.js']],
  ['@klartext/cms', ['cms/dist/src/index.js', 'cms/dist/build/index.html']],
  ['@klartext/web', ['web/.output/server/index.mjs']],
])
const ALL = [...RESULTS.keys()]

/** Builds as pnpm would, unless told to fail for a member or to leave no result. */
function createToolchain(root: string, broken: { fails?: string, leavesNothing?: string } = {}): Toolchain {
  return {
    node: 'node',
    env: {},
    async pnpm([, name = '', , script]) {
      expect(script).toBe('build')
      if (name === broken.fails)
        return { code: 2, output: 'src/index.ts(1,1): error' }
      for (const path of name === broken.leavesNothing ? [] : RESULTS.get(name) ?? [])
        await write(root, path, '')
      return { code: 0, output: '' }
    },
  }
}

async function createBuilt() {
  const root = await createWorkspace()
  const { report } = keptReport()
  const build = (options: { facts?: string[], broken?: Parameters<typeof createToolchain>[1] } = {}) =>
    buildChanged({ root, toolchain: createToolchain(root, options.broken), report, facts: options.facts ?? ['node 24'] })
  expect(await build()).toEqual(ALL)
  return { root, build }
}

describe('buildChanged', () => {
  it('builds everything once', async () => {
    const { build } = await createBuilt()
    expect(await build()).toEqual([])
  })

  it.each([
    ['the contract, which everything needs', 'packages/contract/src/index.ts', ALL],
    ['the client', 'packages/client/src/index.ts', ['@klartext/client', '@klartext/cms', '@klartext/web']],
    ['the CMS', 'cms/src/index.ts', ['@klartext/cms']],
    ['a new file of the CMS', 'cms/config/new.ts', ['@klartext/cms']],
    ['the site', 'web/app/app.vue', ['@klartext/web']],
    ['the lockfile', 'pnpm-lock.yaml', ALL],
    ['the shared compiler settings', 'tsconfig.base.json', ALL],
    ['a test', 'web/test/unit/app.test.ts', []],
    ['an installed package', 'web/node_modules/vue/index.js', []],
    ['what running leaves behind', 'cms/types/generated/contentTypes.d.ts', []],
    ['what Strapi notes for itself', 'cms/.strapi-updater.json', []],
    ['the settings of a test run', 'cms/vitest.unit.config.mts', []],
    ['e2e, which is not built', 'e2e/test/a.spec.ts', []],
  ])('builds what follows from a change of %s', async (_what, path, expected) => {
    const { root, build } = await createBuilt()
    await write(root, path, 'changed')
    expect(await build()).toEqual(expected)
  })

  it('builds again when Node changed or a result is gone', async () => {
    const { root, build } = await createBuilt()
    expect(await build({ facts: ['node 26'] })).toEqual(ALL)
    await rm(join(root, 'cms/dist/build'), { recursive: true })
    expect(await build({ facts: ['node 26'] })).toEqual(['@klartext/cms'])
  })

  it('says how a build failed, and tries again the next time', async () => {
    const { root, build } = await createBuilt()
    await write(root, 'cms/src/index.ts', 'broken')
    await expect(build({ broken: { fails: '@klartext/cms' } })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('src/index.ts(1,1): error') })
    // Back to what was built before the failure: the results may be half-written, so it is built all the same.
    await write(root, 'cms/src/index.ts', 'cms')
    expect(await build()).toEqual(['@klartext/cms'])
  })

  it('does not take a build for done that left no result', async () => {
    const { root, build } = await createBuilt()
    await rm(join(root, 'web/.output'), { recursive: true })
    await expect(build({ broken: { leavesNothing: '@klartext/web' } })).rejects.toMatchObject({ name: 'PlainError', message: expect.stringContaining('left no result') })
  })
})

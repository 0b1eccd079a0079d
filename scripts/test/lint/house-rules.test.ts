import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { root } from '../../repository.mjs'

const eslint = new ESLint({ cwd: root })

async function rulesBrokenBy(path: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) })
  return (result?.messages ?? []).map(message => message.ruleId)
}

describe('the house rules', () => {
  it.each([
    ['ts/no-explicit-any', 'cms/src/a.ts', 'export const x: any = 1\n'],
    ['no-restricted-syntax', 'cms/src/a.ts', 'export const x = 1 as unknown as string\n'],
    ['ts/ban-ts-comment', 'cms/src/a.ts', '// @ts-ignore\nexport const x: string = 1\n'],
    ['ts/no-non-null-assertion', 'web/server/a.ts', 'export const x = process.env.X!\n'],
    ['no-empty', 'web/server/a.ts', 'try { process.cwd() }\ncatch {}\n'],
    ['import/no-default-export', 'web/server/cms/a.ts', 'export default 1\n'],
    ['max-lines', 'scripts/a.mjs', 'process.cwd()\n'.repeat(301)],
    ['no-restricted-globals', 'packages/contract/src/a.ts', 'export const x = fetch(\'/\')\n'],
    ['no-restricted-properties', 'packages/contract/src/a.ts', 'export const x = Date.now()\n'],
    ['no-restricted-globals', 'packages/client/src/a.ts', 'export const x = process.env\n'],
    ['test/no-only-tests', 'scripts/test/a.test.ts', 'it.only(\'a\', () => {})\n'],
  ])('%s holds in %s', async (rule, path, code) => {
    expect(await rulesBrokenBy(path, code)).toContain(rule)
  })

  it.each([
    ['web/nuxt.config.ts', 'export default 1\n'],
    ['cms/config/a.ts', 'export default 1\n'],
    ['cms/src/api/article/routes/a.ts', 'export default 1\n'],
    ['web/server/routes/a.get.ts', 'export default 1\n'],
    ['scripts/a.mjs', `${'// a\n\n'.repeat(301)}process.cwd()\n`],
  ])('nothing is wrong with %s', async (path, code) => {
    expect(await rulesBrokenBy(path, code)).toEqual([])
  })
})

import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { areas } from '../../lint/arrows.mjs'
import { root } from '../../repository.mjs'

const eslint = new ESLint({ cwd: root })

/** What the repository's own lint settings say about the imports of a file with this text. */
async function arrowsBrokenBy(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) })
  return (result?.messages ?? [])
    .filter(message => message.ruleId === 'klartext/import-arrows' || message.fatal)
    .map(message => message.message)
}

// One offence or more for each area: [file, import, what the message names].
const OFFENCES: [string, string, string][] = [
  ['packages/contract/src/a.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['packages/contract/src/a.ts', 'import { lix } from \'../../plain-language/src/readability\'', 'packages/plain-language'],
  ['packages/contract/src/a.ts', 'import { ref } from \'vue\'', 'vue'],
  ['packages/contract/src/a.ts', 'import { readFile } from \'node:fs/promises\'', 'node:fs/promises'],
  ['packages/contract/src/a.ts', 'export * from \'@klartext/client\'', 'packages/client'],
  ['packages/contract/src/a.ts', 'const client = await import(\'@klartext/client\')', 'packages/client'],
  ['packages/client/src/a.ts', 'import { lix } from \'@klartext/plain-language\'', 'packages/plain-language'],
  ['packages/client/src/a.ts', 'import { defineEventHandler } from \'h3\'', 'h3'],
  ['packages/plain-language/src/a.ts', 'import { idSchema } from \'@klartext/contract\'', 'packages/contract'],
  ['packages/comment-classifier/src/a.ts', 'import { lix } from \'@klartext/plain-language\'', 'packages/plain-language'],
  ['packages/comment-classifier/src/a.ts', 'import { readFile } from \'node:fs/promises\'', 'node:fs/promises'],
  ['packages/comment-classifier/scripts/a.mjs', 'import { idSchema } from \'@klartext/contract\'', 'packages/contract'],
  ['packages/comment-classifier/test/a.test.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['packages/tag-cache/src/a.ts', 'import { idSchema } from \'@klartext/contract\'', 'packages/contract'],
  ['packages/contract/test/a.test.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['packages/client/test/a.test.ts', 'import { strapi } from \'../../../cms/src/index\'', 'cms'],
  ['packages/plain-language/test/a.test.ts', 'import { ref } from \'vue\'', 'vue'],
  ['packages/tag-cache/test/a.test.ts', 'import { lix } from \'@klartext/plain-language\'', 'packages/plain-language'],
  ['packages/metrics/test/a.test.ts', 'import { lix } from \'@klartext/plain-language\'', 'packages/plain-language'],
  ['packages/metrics/src/a.ts', 'import { idSchema } from \'@klartext/contract\'', 'packages/contract'],
  ['cms/src/publication/a.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['cms/src/publication/a.ts', 'import { articlePath } from \'../../../web/shared/paths\'', 'web/shared'],
  ['cms/src/publication/a.ts', 'const shared = require(\'../../../web/shared/paths\')', 'web/shared'],
  ['cms/src/publication/a.ts', 'import { Panel } from \'../admin/panel\'', 'cms/src/admin'],
  ['cms/test/integration/a.test.ts', 'import { articlePath } from \'../../../web/shared/paths\'', 'web/shared'],
  ['cms/src/admin/panel.tsx', 'import { appendRow } from \'../publication/log\'', 'cms'],
  ['cms/src/admin/panel.tsx', 'import { readFile } from \'node:fs/promises\'', 'node:fs/promises'],
  ['web/app/pages/a.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['web/app/pages/a.ts', 'import { articleSchema } from \'@klartext/contract\'', 'packages/contract'],
  ['web/app/pages/a.ts', 'import { ofetch } from \'ofetch\'', 'ofetch'],
  ['web/app/pages/a.ts', 'import { cms } from \'../../server/cms/client\'', 'web/server'],
  ['web/app/pages/a.ts', 'import { cms } from \'~~/server/cms/client\'', 'web/server'],
  ['web/app/pages/a.vue', '<script setup lang="ts">\nimport { createClient } from \'@klartext/client\'\n</script>\n', 'packages/client'],
  ['web/shared/a.ts', 'import { ref } from \'vue\'', 'vue'],
  ['web/shared/a.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['web/server/api/a.get.ts', 'import { useLanguage } from \'~/composables/use-language\'', 'web/app'],
  ['web/server/api/a.get.ts', 'import type { Core } from \'../../../cms/src/settings\'', 'cms'],
  ['web/server/cms/a.ts', 'import { readAddress } from \'../../host/pages/address\'', 'web/host'],
  ['web/host/a.ts', 'import { createClient } from \'@klartext/client\'', 'packages/client'],
  ['web/host/a.ts', 'import { useLanguage } from \'~/composables/use-language\'', 'web/app'],
  ['web/modules/a.ts', 'import { lix } from \'@klartext/plain-language\'', 'packages/plain-language'],
  ['e2e/test/a.spec.ts', 'import { articlePath } from \'../../web/shared/paths\'', 'web/shared'],
  ['bench/src/a.mjs', 'import { articlePath } from \'../../web/shared/paths\'', 'web/shared'],
  ['scripts/run/a.mjs', 'import { idSchema } from \'@klartext/contract\'', 'packages/contract'],
]

const RIGHTS: [string, string][] = [
  ['packages/contract/src/a.ts', 'import * as v from \'valibot\'\nimport { idSchema } from \'./scalars\''],
  ['packages/client/src/a.ts', 'import { articleSchema } from \'@klartext/contract\'\nimport { ofetch } from \'ofetch\''],
  ['packages/client/test/a.test.ts', 'import { createServer } from \'node:http\'\nimport { createClient } from \'../src/index\''],
  ['cms/src/publication/a.ts', 'import { articleSchema } from \'@klartext/contract\'\nimport { lix } from \'@klartext/plain-language\'\nimport { scoreSpam } from \'@klartext/comment-classifier\'\nimport { readSettings } from \'../settings\''],
  ['packages/comment-classifier/scripts/a.mjs', 'import { readFile } from \'node:fs/promises\'\nimport { readComments } from \'../dist/training/index.js\''],
  ['cms/test/integration/a.test.ts', 'import { createClient } from \'@klartext/client\'\nimport { readSettings } from \'../../src/settings\''],
  ['web/app/pages/a.ts', 'import type { Article } from \'@klartext/contract\'\nimport { articlePath } from \'#shared/paths\'\nimport { useLanguage } from \'~/composables/use-language\''],
  ['web/server/api/a.get.ts', 'import { createClient } from \'@klartext/client\'\nimport { articlePath } from \'#shared/paths\'\nimport { cms } from \'../cms/client\''],
  ['e2e/test/a.spec.ts', 'import { createClient } from \'@klartext/client\''],
  ['bench/src/a.mjs', 'import { scoreSpam } from \'@klartext/comment-classifier\''],
]

describe('the import arrows', () => {
  it.each(OFFENCES)('%s: %s', async (path, code, named) => {
    const [message = ''] = await arrowsBrokenBy(path, code)
    expect(message).toContain(`from ${named}`.replace(/from (vue|h3|ofetch|node:.*)$/, 'import $1'))
  })

  it.each(RIGHTS)('allow %s: %s', async (path, code) => {
    expect(await arrowsBrokenBy(path, code)).toEqual([])
  })

  it('are each shown broken above', () => {
    const shown = new Set(OFFENCES.map(([path]) => areaOf(path)))
    expect(areas.map(area => area.folder).filter(folder => !shown.has(folder))).toEqual([])
  })
})

function areaOf(path: string): string | undefined {
  return areas.map(area => area.folder)
    .filter(folder => path.startsWith(`${folder}/`))
    .sort((one, other) => other.length - one.length)[0]
}

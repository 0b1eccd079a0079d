import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { tempDir } from './temp-dir.ts'

const MANIFESTS = {
  'package.json': { name: 'klartext', packageManager: 'pnpm@10.34.9' },
  'packages/contract/package.json': { name: '@klartext/contract', scripts: { build: 'tsc' } },
  'packages/client/package.json': { name: '@klartext/client', scripts: { build: 'tsc' }, dependencies: { '@klartext/contract': 'workspace:^', 'ofetch': '1.0.0' } },
  'cms/package.json': { name: '@klartext/cms', scripts: { build: 'strapi build' }, dependencies: { '@klartext/contract': 'workspace:^' }, devDependencies: { '@klartext/client': 'workspace:^' } },
  'web/package.json': { name: '@klartext/web', scripts: { build: 'nuxt build' }, dependencies: { '@klartext/client': 'workspace:^' } },
  'e2e/package.json': { name: '@klartext/e2e', devDependencies: { '@klartext/client': 'workspace:^' } },
}

const SOURCES = {
  'packages/contract/src/index.ts': 'contract',
  'packages/client/src/index.ts': 'client',
  'cms/src/index.ts': 'cms',
  'web/app/app.vue': 'web',
  'pnpm-lock.yaml': 'lock',
  'tsconfig.base.json': '{}',
}

/** Writes a file, with the folders above it. */
export async function write(root: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
}

/** A folder that looks like this workspace: the same members with one source file each. */
export async function createWorkspace(): Promise<string> {
  const root = await tempDir()
  for (const [path, manifest] of Object.entries(MANIFESTS))
    await write(root, path, JSON.stringify(manifest))
  for (const [path, content] of Object.entries(SOURCES))
    await write(root, path, content)
  return root
}

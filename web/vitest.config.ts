import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '~': folder('app'), '#shared': folder('shared') } },
  test: {
    name: 'web',
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 40_000,
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'packages/*',
      'cms',
      'web',
      'bench',
      { test: { name: 'scripts', root: './scripts', include: ['test/**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
})

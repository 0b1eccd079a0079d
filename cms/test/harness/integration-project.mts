import { defineConfig } from 'vitest/config'

/** The vitest project that runs every integration suite on one engine. */
export const integration = (engine: 'sqlite' | 'postgres') => defineConfig({
  test: {
    name: `cms-${engine}`,
    include: ['test/integration/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    env: { KLARTEXT_TEST_ENGINE: engine },
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/bench', include: ['test/**/*.test.ts'], testTimeout: 120_000 } })

import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/metrics', include: ['test/**/*.test.ts'] } })

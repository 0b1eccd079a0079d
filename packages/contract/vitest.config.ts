import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/contract', include: ['test/**/*.test.ts'] } })

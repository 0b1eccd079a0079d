import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/tag-cache', include: ['test/**/*.test.ts'] } })

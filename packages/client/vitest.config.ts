import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/client', include: ['test/**/*.test.ts'] } })

import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/plain-language', include: ['test/**/*.test.ts'] } })

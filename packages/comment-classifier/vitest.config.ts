import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { name: '@klartext/comment-classifier', include: ['test/**/*.test.ts'] } })

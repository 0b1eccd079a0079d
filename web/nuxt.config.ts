import { fileURLToPath } from 'node:url'
import { defineNuxtConfig } from 'nuxt/config'

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  devtools: { enabled: false },
  modules: ['@nuxt/content'],

  // Everything of ours is imported by name, so that a reader of the code sees where it comes from.
  components: { dirs: [] },
  imports: { scan: false },

  // The sheet goes into the page (SiteFrame.vue); Nuxt has none of its own to add.
  features: { inlineStyles: false },

  // Every page is for reading: no framework script, payload or import map in any of them.
  routeRules: { '/**': { noScripts: true } },
  experimental: { payloadExtraction: false, appManifest: false },
  app: { teleportAttrs: { id: '' } },

  content: {
    experimental: { sqliteConnector: 'native' },
    // The texts are in the build; a copy in memory needs no place to write.
    database: { type: 'sqlite', filename: ':memory:' },
    watch: { enabled: false },
    build: { markdown: { highlight: false } },
  },

  nitro: {
    preset: fileURLToPath(new URL('host/preset', import.meta.url)),
    typescript: { tsConfig: { include: ['../host/**/*'] } },
  },

  typescript: {
    strict: true,
    tsConfig: { compilerOptions: { noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noImplicitOverride: true } },
  },

  // The sheet uses what every browser of the last years has: prefixes for older ones would only weigh.
  postcss: { plugins: { autoprefixer: false } },
  vite: { build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5', 'ios17.5'] } },
  sourcemap: { server: false, client: false },
})

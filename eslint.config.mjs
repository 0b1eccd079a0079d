import antfu from '@antfu/eslint-config'
import { importArrows } from './scripts/lint/import-arrows.mjs'

// Where Strapi, Nuxt, vitest or Playwright demand a default export.
const DEFAULT_EXPORTS = [
  '**/*.config.{ts,mts,mjs}',
  'knip.ts',
  '**/*.vue',
  '**/*.d.ts',
  'cms/config/**',
  'cms/database/migrations/**',
  'cms/src/index.ts',
  'cms/src/middlewares/**',
  'cms/src/admin/{app.tsx,vite.config.ts}',
  'cms/src/api/**/{routes,controllers,services,policies,middlewares}/**',
  'cms/test/harness/global-setup.ts',
  'web/app/{app.config.ts,error.vue,plugins/**,middleware/**}',
  'web/modules/**',
  'web/host/preset/**',
  'web/server/{api,routes,middleware,plugins}/**',
  'web/server/error.ts',
]

export default antfu(
  {
    type: 'app',
    typescript: true,
    vue: true,
    pnpm: false,
    markdown: true,
    ignores: [
      '**/dist/**',
      '**/.output/**',
      '**/.nuxt/**',
      '**/.strapi/**',
      '**/.cache/**',
      '**/types/generated/**',
      '.tooling/**',
      '.data/**',
      'cms/public/**',
      'cms/example-content/**/*.json',
      'web/public/**',
      'pnpm-lock.yaml',
    ],
  },
  {
    rules: {
      'no-console': 'off',
      'node/prefer-global/process': 'off',
      'node/prefer-global/buffer': 'off',
      'antfu/top-level-function': 'off',
      'antfu/no-top-level-await': 'off',
      // It breaks every table of examples into one value a line.
      'antfu/reasonable-newline': 'off',
      // Where a chain breaks its lines is better decided by what it says.
      'antfu/consistent-chaining': 'off',
      'style/max-statements-per-line': ['error', { max: 2 }],
      'unicorn/prefer-type-error': 'off',
      'jsdoc/require-returns-description': 'off',
      'jsdoc/require-property-description': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs,vue}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.vue'],
    // Line breaks inside elements of running text become spaces on the page.
    rules: { 'vue/singleline-html-element-content-newline': 'off', 'vue/multiline-html-element-content-newline': 'off' },
  },
  {
    files: ['**/*.{ts,tsx,mts,vue}'],
    rules: {
      'ts/no-explicit-any': 'error',
      'ts/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' }],
      'ts/no-non-null-assertion': 'error',
      // Schemas that hold each other name one another inside functions.
      'ts/no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
      'no-restricted-syntax': ['error', {
        selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
        message: 'A cast through unknown silences the compiler: parse the value instead.',
      }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts,mjs,vue}'],
    plugins: { klartext: { rules: { 'import-arrows': importArrows } } },
    rules: {
      'klartext/import-arrows': 'error',
      'import/no-default-export': 'error',
    },
  },
  {
    // The settings of a test run name the harness it runs with.
    files: ['**/vitest.*'],
    rules: { 'klartext/import-arrows': 'off' },
  },
  {
    files: DEFAULT_EXPORTS,
    rules: { 'import/no-default-export': 'off' },
  },
  {
    files: ['packages/contract/src/**', 'packages/plain-language/src/**', 'packages/comment-classifier/src/**'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'window', 'document', 'setTimeout', 'setInterval'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time comes in as an argument.' }],
    },
  },
  {
    files: ['packages/client/src/**'],
    rules: { 'no-restricted-globals': ['error', 'process', 'window', 'document'] },
  },
  {
    // JSON is data: no order is better than the one it was written in.
    files: ['**/*.json'],
    rules: { 'jsonc/sort-keys': 'off', 'jsonc/sort-array-values': 'off' },
  },
)

import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // A function's type is exported for its callers' sake, whether or not one of them names it today.
  exclude: ['types'],
  // What its own file uses is not dead; whether it needs to be exported is a matter of taste.
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs', 'scripts/run/*-command.mjs', 'scripts/run/exit-with-parent.mjs', 'scripts/container/*.mjs', 'scripts/test/support/*.mjs', 'scripts/{checks,workspace}/*-command.mjs', 'scripts/test/**/*.test.ts'],
      project: ['scripts/**/*.{mjs,ts}', '*.{mjs,ts}'],
    },
    'packages/comment-classifier': {
      entry: ['scripts/*.mjs', 'test/**/*.test.ts'],
      project: ['{src,test}/**/*.ts', 'scripts/*.mjs'],
    },
    'packages/*': {
      entry: ['test/**/*.test.ts'],
      project: ['{src,test}/**/*.ts'],
    },
    'cms': {
      entry: [
        'config/**/*.ts',
        'scripts/*.mjs',
        'src/index.ts',
        'src/admin/{app.tsx,vite.config.ts}',
        'src/middlewares/*.ts',
        'src/api/**/{routes,controllers,services,policies,middlewares}/*.ts',
        'test/**/*.test.ts',
        'test/harness/*.cjs',
      ],
      project: ['{config,src,scripts,test,database}/**/*.{ts,tsx,mjs,cjs}'],
      // Strapi loads them by name, and finds them under pnpm only where they are direct dependencies.
      ignoreDependencies: ['@strapi/logger', '@strapi/plugin-users-permissions', '@strapi/provider-email-nodemailer'],
    },
    'web': {
      entry: [
        'app/{app,error}.vue',
        'app/pages/**/*.vue',
        'server/{api,routes,middleware,plugins}/**/*.ts',
        'modules/*.ts',
        'host/{main,preset/nitro.config}.ts',
        'content.config.ts',
        'test/**/*.test.ts',
      ],
      project: ['**/*.{ts,vue}'],
      paths: {
        '~/*': ['./app/*'],
        '~~/*': ['./*'],
        '#shared/*': ['./shared/*'],
      },
      // `nuxt typecheck` calls vue-tsc; nitropack is Nuxt's own, and the host's entry is built by it.
      ignoreDependencies: ['vue-tsc', 'nitropack'],
      ignoreUnresolved: ['#nitro-internal-pollyfills'],
    },
    'bench': {
      entry: ['src/run.mjs', 'test/**/*.test.ts'],
      project: ['{src,test}/**/*.{mjs,ts}'],
      // part of every Debian (util-linux)
      ignoreBinaries: ['taskset'],
    },
    'e2e': {
      entry: ['test/**/*.spec.ts', 'lighthouse.mjs'],
      project: ['**/*.{ts,mjs}'],
      // The HTML checker is a Java archive, found by its package's folder.
      ignoreDependencies: ['vnu-jar'],
    },
  },
}

export default config

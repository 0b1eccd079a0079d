import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // A function's type is exported for its callers' sake, whether or not one of them names it today.
  exclude: ['types'],
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs', 'scripts/run/*-command.mjs', 'scripts/checks/*-command.mjs', 'scripts/test/**/*.test.ts'],
      project: ['scripts/**/*.{mjs,ts}', '*.{mjs,ts}'],
    },
    'packages/*': {
      entry: ['test/**/*.test.ts'],
      project: ['{src,test}/**/*.ts'],
    },
    'cms': {
      entry: [
        'config/**/*.ts',
        'database/migrations/*',
        'scripts/*.mjs',
        'src/index.ts',
        'src/admin/app.tsx',
        'src/middlewares/*.ts',
        'src/api/**/{routes,controllers,services,policies,middlewares}/*.ts',
        'test/**/*.test.ts',
        'test/harness/global-setup.ts',
        'test/harness/*.cjs',
      ],
      project: ['{config,src,scripts,test,database}/**/*.{ts,tsx,mjs,cjs}'],
    },
    'web': {
      entry: [
        'app/{app,error}.vue',
        'app/pages/**/*.vue',
        'app/{plugins,middleware,layouts}/**/*.{ts,vue}',
        'server/{api,routes,middleware,plugins}/**/*.ts',
        'server/error.ts',
        'modules/*.ts',
        'test/**/*.test.ts',
      ],
      project: ['**/*.{ts,vue}'],
      paths: {
        '~/*': ['./app/*'],
        '~~/*': ['./*'],
        '#shared/*': ['./shared/*'],
      },
    },
    'e2e': {
      entry: ['**/*.spec.ts'],
      project: ['**/*.ts'],
    },
  },
}

export default config

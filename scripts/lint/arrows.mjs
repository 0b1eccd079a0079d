/**
 * Who may import whom, as docs/architecture.md draws it. An area is a folder; a file belongs to the deepest area it lies in.
 *
 * @typedef {object} Area
 * @property {string} folder path in the repository
 * @property {string[]} mayImport folders of the other areas it may import from
 * @property {string[]} [typesOnly] those of them that it may import types from, and nothing that runs
 * @property {RegExp} [never] packages and built-in modules it may not import
 * @property {string} why said in the lint message
 */

const FRAMEWORKS = /^(?:nuxt|vue|h3|nitropack|react|react-dom|#.*|@nuxt\/.*|@vue\/.*|@strapi\/.*)(?:\/|$)/
const FRAMEWORKS_AND_BUILT_INS = /^(?:node:.*|ofetch|(?:nuxt|vue|h3|nitropack|react|react-dom|#.*|@nuxt\/.*|@vue\/.*|@strapi\/.*)(?:\/|$))/
const SERVER_CLIENTS = /^(?:ofetch|h3|nitropack|node:.*|@strapi\/.*)(?:\/|$)/

/** @type {Area[]} */
export const areas = [
  {
    folder: 'packages/contract',
    mayImport: [],
    never: FRAMEWORKS_AND_BUILT_INS,
    why: 'The contract is schemas, types and examples: no network, no clock, no environment, nothing of ours.',
  },
  {
    folder: 'packages/client',
    mayImport: ['packages/contract'],
    never: FRAMEWORKS,
    why: 'The client knows the contract and ofetch, so that any site can install it.',
  },
  {
    folder: 'packages/plain-language',
    mayImport: [],
    never: FRAMEWORKS_AND_BUILT_INS,
    why: 'The measures of plain language stand alone: text in, numbers out.',
  },
  {
    folder: 'packages/comment-classifier',
    mayImport: [],
    never: FRAMEWORKS_AND_BUILT_INS,
    why: 'The classifier stands alone: a comment in, a score out.',
  },
  {
    folder: 'packages/comment-classifier/scripts',
    mayImport: ['packages/comment-classifier'],
    never: FRAMEWORKS,
    why: 'The training command reads and writes files for the classifier, which cannot.',
  },
  {
    folder: 'packages/tag-cache',
    mayImport: [],
    never: FRAMEWORKS,
    why: 'The cache is a library of its own.',
  },
  {
    folder: 'packages/metrics',
    mayImport: [],
    never: FRAMEWORKS,
    why: 'The metrics know Node and no server of ours.',
  },
  ...['packages/contract', 'packages/client', 'packages/plain-language', 'packages/comment-classifier', 'packages/metrics', 'packages/tag-cache'].map(folder => ({
    folder: `${folder}/test`,
    mayImport: [folder, 'packages/contract'],
    never: FRAMEWORKS,
    why: 'The tests of a package know it, and the contract\'s examples.',
  })),
  {
    folder: 'cms',
    mayImport: ['packages/contract', 'packages/plain-language', 'packages/comment-classifier', 'packages/metrics'],
    why: 'The CMS knows the contract, never the site.',
  },
  {
    folder: 'cms/test',
    mayImport: ['cms', 'cms/src/admin', 'packages/contract', 'packages/client', 'packages/plain-language', 'packages/comment-classifier'],
    why: 'The CMS\'s tests read it through the client, never through the site.',
  },
  {
    folder: 'cms/src/admin',
    mayImport: ['packages/contract', 'packages/plain-language'],
    never: /^(?:node:.*|knex|pg|better-sqlite3)(?:\/|$)/,
    why: 'The admin\'s own screens run in the browser: no code of the CMS\'s server.',
  },
  {
    folder: 'web/app',
    mayImport: ['web/shared', 'packages/contract'],
    typesOnly: ['packages/contract'],
    never: SERVER_CLIENTS,
    why: 'The browser talks to web alone: pages load from web\'s own /api and know the contract\'s types.',
  },
  {
    folder: 'web/shared',
    mayImport: ['packages/contract'],
    never: /^(?:nuxt|vue|h3|nitropack|ofetch|node:.*|@nuxt\/.*|@strapi\/.*)(?:\/|$)/,
    why: 'What both sides of web share can know neither Vue nor Nitro.',
  },
  {
    folder: 'web/server',
    mayImport: ['web/shared', 'packages/client', 'packages/contract'],
    never: /^(?:vue|@vue\/.*|@strapi\/.*)(?:\/|$)/,
    why: 'The site\'s server reads the CMS through the client and holds no pages.',
  },
  {
    folder: 'web/host',
    mayImport: ['web/server', 'web/shared', 'packages/client', 'packages/contract', 'packages/metrics', 'packages/tag-cache'],
    typesOnly: ['packages/client'],
    never: /^(?:vue|@vue\/.*|@strapi\/.*)(?:\/|$)/,
    why: 'The host stands around Nitro: it knows the site\'s server, and nothing of it knows the host.',
  },
  {
    folder: 'web',
    mayImport: ['web/app', 'web/shared', 'web/server', 'web/host', 'packages/client', 'packages/contract', 'packages/metrics', 'packages/tag-cache'],
    never: /^@strapi\//,
    why: 'The site never reaches into the CMS or the scripts.',
  },
  {
    folder: 'e2e',
    mayImport: ['packages/client', 'packages/contract'],
    why: 'The journeys see Klartext from outside.',
  },
  {
    folder: 'bench',
    mayImport: ['packages/comment-classifier', 'packages/client', 'packages/contract', 'scripts'],
    why: 'What is measured is measured from outside, started as npm start does.',
  },
  {
    folder: 'scripts',
    mayImport: [],
    why: 'The scripts run before anything is installed or built, with Node alone.',
  },
]

/** Where an alias that Nuxt resolves leads. */
export const aliases = [
  { prefix: '~~/', folder: 'web' },
  { prefix: '@@/', folder: 'web' },
  { prefix: '~/', folder: 'web/app' },
  { prefix: '@/', folder: 'web/app' },
  { prefix: '#shared/', folder: 'web/shared' },
  { prefix: '#server/', folder: 'web/server' },
]

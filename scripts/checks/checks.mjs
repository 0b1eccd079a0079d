import { join } from 'node:path'
import { tallyPlaywright } from './playwright-tally.mjs'
import { tallyVitest } from './vitest-tally.mjs'

/**
 * @typedef {object} Check
 * @property {string} id what `--only` calls it
 * @property {string} label said while it runs
 * @property {string[]} command arguments for pnpm
 * @property {string[]} builds folders of the members that must be built before it; `packages` means all of them
 * @property {boolean} needsBrowser whether it drives a browser or checks HTML
 * @property {{ file: string, read: (report: unknown) => import('./tally.mjs').Tally }} [report] where its counts stand; without it the check counts as one
 */

/** The mark of what `npm run test:long` runs and `npm test` leaves out: test files and Playwright titles with it. */
const LONG_FILE = '.long.test.'
const LONG_TITLE = '@long'

/**
 * The checks that belong to every change, in the order they run: the quick ones first.
 *
 * @param {string} root the repository's folder
 * @returns {Check[]}
 */
export function everydayChecks(root) {
  const notLong = ['--exclude', `**/*${LONG_FILE}*`]
  return [
    { id: 'lint', label: 'Lint, with the import arrows', command: ['exec', 'eslint', '.', '--max-warnings', '0'], builds: [], needsBrowser: false },
    { id: 'types', label: 'Types', command: ['run', 'types'], builds: ['packages'], needsBrowser: false },
    { id: 'knip', label: 'Dead code and unused packages', command: ['run', 'knip'], builds: ['packages'], needsBrowser: false },
    vitest(root, { id: 'unit', label: 'Tests of packages, site and scripts', args: ['--project=!@klartext/cms*', ...notLong], builds: ['packages', 'web'] }),
    vitest(root, { id: 'cms', label: 'Tests of the CMS, on SQLite and PostgreSQL', args: ['--project=@klartext/cms*', ...notLong], builds: ['packages', 'cms'] }),
    playwright(root, { id: 'e2e', label: 'Journeys through the whole', args: ['--grep-invert', LONG_TITLE] }),
  ]
}

/**
 * What takes long: kills, soak, scale.
 *
 * @param {string} root the repository's folder
 * @returns {Check[]}
 */
export function longChecks(root) {
  return [
    vitest(root, { id: 'unit', label: 'Long tests', args: [LONG_FILE], builds: ['packages', 'cms', 'web'] }),
    playwright(root, { id: 'e2e', label: 'Long journeys', args: ['--grep', LONG_TITLE, '--pass-with-no-tests'] }),
  ]
}

/**
 * @param {string} root
 * @param {{ id: string, label: string, args: string[], builds: string[] }} check
 * @returns {Check}
 */
function vitest(root, { id, label, args, builds }) {
  const file = join(root, '.tooling', 'reports', `${id}.json`)
  return {
    id,
    label,
    command: ['exec', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests', ...args],
    builds,
    needsBrowser: true,
    report: { file, read: report => tallyVitest(report, root) },
  }
}

/**
 * @param {string} root
 * @param {{ id: string, label: string, args: string[] }} check
 * @returns {Check}
 */
function playwright(root, { id, label, args }) {
  return {
    id,
    label,
    command: ['--filter', '@klartext/e2e', 'exec', 'playwright', 'test', '--reporter=list,json', ...args],
    builds: ['packages', 'cms', 'web'],
    needsBrowser: true,
    report: { file: join(root, '.tooling', 'reports', 'playwright.json'), read: tallyPlaywright },
  }
}

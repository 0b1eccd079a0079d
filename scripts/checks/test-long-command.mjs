import { root } from '../repository.mjs'
import { longChecks } from './checks.mjs'
import { chooseChecks } from './choose.mjs'
import { runChecks } from './test-command.mjs'

/**
 * `npm run test:long`: the tests that take too long for every change.
 *
 * @param {string[]} args `--only` and a list of checks, or nothing
 * @returns {Promise<number>} the exit code
 */
export function main(args) {
  return runChecks(chooseChecks(longChecks(root), args))
}

import { passOn } from './pass-on.mjs'

/**
 * `npm run cms -- COMMAND …`: the CMS's own commands, such as verify-log and rebuild.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export function main(args) {
  return passOn('cms/scripts/cli.mjs', args)
}

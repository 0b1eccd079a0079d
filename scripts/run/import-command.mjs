import { passOn } from './pass-on.mjs'

/**
 * `npm run import -- FILE…`: brings in the saved pages of an earlier site.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export function main(args) {
  return passOn('cms/scripts/import.mjs', args)
}

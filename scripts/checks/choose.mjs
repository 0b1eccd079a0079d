import { PlainError } from '../report/plain-error.mjs'

/**
 * Reads `--only lint,types`: the checks to run, in their own order.
 *
 * @param {import('./checks.mjs').Check[]} checks
 * @param {string[]} args
 * @returns {import('./checks.mjs').Check[]} all of them without `--only`
 * @throws {PlainError} naming what is not understood
 */
export function chooseChecks(checks, args) {
  if (args.length === 0)
    return checks
  const [flag, ...rest] = args.flatMap(arg => arg.split('='))
  const names = rest.flatMap(list => list.split(',')).map(name => name.trim()).filter(name => name !== '')
  const known = checks.map(check => check.id)
  const unknown = names.filter(name => !known.includes(name))
  if (flag !== '--only' || names.length === 0 || unknown.length > 0)
    throw new PlainError(`Not understood: ${args.join(' ')}. Write --only and a list of ${known.join(',')}, or nothing for all of them.`)
  return checks.filter(check => names.includes(check.id))
}

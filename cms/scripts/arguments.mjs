// What is written behind the name of a command, as the CMS is handed it.
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

/** What cannot be understood, as a sentence. */
export class Misunderstood extends Error {}

/**
 * From where the command was given; npm changes the folder and says in INIT_CWD which it was.
 * @param {string} file
 */
const absolute = file => path.resolve(process.env.INIT_CWD ?? process.cwd(), file)

/** @typedef {(args: string[]) => unknown} ReadArguments */

/** @type {ReadArguments} */
export function none(args) {
  if (args.length > 0)
    throw new Misunderstood('takes no arguments')
  return null
}

/** `backup FILE` @type {ReadArguments} */
export function readBackup(args) {
  const { positionals } = parsed(args, {})
  return { file: only(positionals, 'the file to write') }
}

/** `restore FILE [--yes] [--erasures FILE]` @type {ReadArguments} */
export function readRestore(args) {
  const { positionals, values } = parsed(args, { yes: { type: 'boolean' }, erasures: { type: 'string' } })
  return { file: only(positionals, 'the backup to read'), isConfirmed: values.yes === true, erasures: typeof values.erasures === 'string' ? absolute(values.erasures) : null }
}

/** `redact comment ID [--yes]`, `redact article SLUG [--language CODE] [--yes]` @type {ReadArguments} */
export function readRedact(args) {
  const { positionals: [what, name, ...rest], values } = parsed(args, { yes: { type: 'boolean' }, language: { type: 'string' } })
  const isConfirmed = values.yes === true
  if (name !== undefined && rest.length === 0 && what === 'comment' && values.language === undefined)
    return { what, id: name, isConfirmed }
  if (name !== undefined && rest.length === 0 && what === 'article')
    return { what, slug: name, language: values.language ?? 'sv', isConfirmed }
  throw new Misunderstood('needs "comment" and an id, or "article" and a slug')
}

/**
 * @param {string[]} args
 * @param {import('node:util').ParseArgsConfig['options']} options
 */
function parsed(args, options) {
  try {
    return parseArgs({ args, allowPositionals: true, options: options ?? {} })
  }
  catch (error) {
    if (error instanceof TypeError)
      throw new Misunderstood(`does not know ${args.filter(arg => arg.startsWith('-')).join(' ')}`, { cause: error })
    throw error
  }
}

/**
 * @param {string[]} positionals
 * @param {string} what
 */
function only([file, ...rest], what) {
  if (file === undefined || rest.length > 0)
    throw new Misunderstood(`needs one argument: ${what}`)
  return absolute(file)
}

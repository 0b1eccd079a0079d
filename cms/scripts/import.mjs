// npm run import -- FILE… [--publish] [--dry-run]: brings saved pages in as articles. Speaks Swedish: editors use it.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { decodePage, maxPageBytes } from '#import/decode-page'
import { ImportError } from '#import/import-error'
import { parseImportedPage } from '#import/imported-page'
import { parsePage } from '#import/parse-page'
import { reportPage, reportResult } from '#import/report'
import { CommandFailed, withLocalCms } from './local-cms.mjs'

const usage = `Så här importeras sparade sidor:

  npm run import -- FIL… [--publish] [--dry-run]

  FIL         texten av en sparad sida, i en textfil
  --publish   publicera artiklarna direkt; annars blir de utkast
  --dry-run   visa vad varje rad skulle bli, och skriv ingenting
`

/**
 * @param {unknown} error
 * @returns {string} Node's code of the error, or '' where it has none
 */
const codeOf = error => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 0 when every file came in, 1 when one did not, 2 when the command was not understood
 */
async function main(args) {
  const command = readCommand(args)
  if (typeof command === 'string') {
    console.error(`${command}\n${usage}`)
    return 2
  }
  const { files, publish, isDryRun } = command
  /** @type {{ file: string, text: string }[]} */
  const readable = []
  for (const file of files) {
    const text = await attempt(file, () => readPage(file))
    if (text !== undefined)
      readable.push({ file, text })
  }
  let done = readable.length
  if (isDryRun) {
    console.log('Provkörning: ingenting skrevs.')
  }
  else if (readable.length > 0) {
    done = 0
    await withLocalCms(async (send) => {
      for (const { file, text } of readable) {
        const isDone = await attempt(file, async () => {
          console.log(`${file}\n${reportResult(parseImportedPage(await send('import', { text, publish })))}\n`)
          return true
        })
        done += isDone ? 1 : 0
      }
    })
  }
  return done === files.length ? 0 : 1
}

/**
 * @param {string[]} args
 * @returns {{ files: string[], publish: boolean, isDryRun: boolean } | string} a sentence where the command cannot be understood
 */
function readCommand(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'publish': { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
    })
    return positionals.length === 0 ? 'Ange minst en fil.' : { files: positionals, publish: values.publish, isDryRun: values['dry-run'] }
  }
  catch (error) {
    if (['ERR_PARSE_ARGS_UNKNOWN_OPTION', 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'].includes(codeOf(error)))
      return `Okänt eller felaktigt val: ${args.filter(arg => arg.startsWith('-')).join(' ')}`
    throw error
  }
}

/**
 * Reads a file and prints what each line of it becomes.
 * @param {string} file
 * @returns {Promise<string>} its text
 */
async function readPage(file) {
  const { text, encoding } = decodePage(await readBytes(file))
  const page = parsePage(text)
  console.log(`${file}: ”${page.title}”\n${reportPage(page, encoding)}\n`)
  return text
}

/** @type {Record<string, string>} */
const unreadable = {
  ENOENT: 'Filen finns inte.',
  ENOTDIR: 'Filen finns inte.',
  EISDIR: 'Det är en mapp. Ange de filer i den som ska importeras.',
  EACCES: 'Filen får inte läsas av den här användaren.',
  ERR_FS_FILE_TOO_LARGE: `Filen är för stor; en sparad sida får vara högst ${maxPageBytes / 1024 / 1024} MB.`,
}

/** @param {string} file */
async function readBytes(file) {
  try {
    return await readFile(path.resolve(file))
  }
  catch (error) {
    const sentence = unreadable[codeOf(error)]
    throw sentence === undefined ? error : new ImportError(sentence)
  }
}

/**
 * Does the work on one file. A reason not to is told, and the other files go on.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
async function attempt(file, work) {
  try {
    return await work()
  }
  catch (error) {
    if (!(error instanceof ImportError || error instanceof CommandFailed))
      throw error
    console.error(`${file}\n  Importerades inte. ${error.message}\n`)
    return undefined
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => { process.exitCode = exitCode },
  (error) => {
    console.error(error instanceof CommandFailed ? `klartext: ${error.message}` : error)
    process.exitCode = 1
  },
)

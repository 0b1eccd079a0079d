import { createWriteStream } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'

const ROTATE_AT = 20 * 1024 * 1024
const KEPT_LINES = 40

/**
 * @typedef {object} ServerLog
 * @property {(child: { stdout: import('node:stream').Readable, stderr: import('node:stream').Readable }) => void} follow takes in what a process prints
 * @property {(text: string) => void} note adds a line of our own
 * @property {() => string[]} lastErrors the last error lines, oldest first, without stacks
 * @property {() => Promise<void>} close
 */

/**
 * Keeps what a server prints in a file, and says its errors in short.
 *
 * @param {string} file it is appended to; above 20 MB the old one is kept as `<file>.1` and a new one begun
 * @param {(line: string) => void} onError gets each error line, without stacks and colours
 * @returns {Promise<ServerLog>}
 */
export async function openServerLog(file, onError) {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > ROTATE_AT)
    await rename(file, `${file}.1`)
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 })
  /** @type {string[]} */
  let errors = []

  /** @param {string} line */
  function take(line) {
    const text = stripVTControlCharacters(line).trim()
    if (text === '' || text === errors.at(-1))
      return
    errors = [...errors, text].slice(-KEPT_LINES)
    onError(text)
  }

  return {
    follow(child) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        log.write(`${line}\n`)
        if (isLoggedError(line))
          take(line)
      })
      createInterface({ input: child.stderr }).on('line', (line) => {
        log.write(`${line}\n`)
        if (!isStackOrNoise(line))
          take(line)
      })
    },
    note(text) {
      log.write(`[${new Date().toISOString()}] start: ${text}\n`)
    },
    lastErrors: () => errors,
    close: () => new Promise(resolve => log.end(() => resolve())),
  }
}

/**
 * Strapi's logger writes every level to the standard output: `[2026-05-01 12:00:00.000] error: …`.
 *
 * @param {string} line
 */
function isLoggedError(line) {
  return /^\[[^\]]+\] error: /.test(stripVTControlCharacters(line))
}

/** @param {string} line */
function isStackOrNoise(line) {
  return /^\s+at |^\s*[{}\]]|^\s+\w+: |^Node\.js v|^\(node:\d+\)|^\(Use `node --trace/.test(stripVTControlCharacters(line))
}

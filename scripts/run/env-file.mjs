import { readFileSync } from 'node:fs'

const LINE = /^\s*(?:export\s+)?([A-Z_]\w*)\s*=(.*)$/i

/**
 * Reads settings in the form of a `.env` file: `NAME=value` lines, `#` comments, values in single or double quotes or bare.
 *
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseEnvText(text) {
  /** @type {Record<string, string>} */
  const values = {}
  for (const line of text.split(/\r?\n/)) {
    const [, name, raw] = LINE.exec(line) ?? []
    if (name !== undefined && raw !== undefined)
      values[name] = unquote(raw.trim())
  }
  return values
}

/** @param {string} raw */
function unquote(raw) {
  const quoted = /^(['"])(.*?)\1/.exec(raw)
  return quoted?.[2] ?? raw.replace(/(?:^|\s+)#.*$/, '')
}

/**
 * Reads a `.env` file; the process's own environment goes before it.
 *
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env the environment that goes before
 * @returns {NodeJS.ProcessEnv} both together; `env` alone where there is no such file
 */
export function withEnvFile(file, env) {
  try {
    return { ...parseEnvText(readFileSync(file, 'utf8')), ...env }
  }
  catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return env
    throw error
  }
}

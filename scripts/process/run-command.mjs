import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { signalGroup } from './signal-group.mjs'

const KEPT_OUTPUT = 200_000

/**
 * Runs a command to its end and collects what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} [options.env] the whole environment, default this process's own
 * @param {AbortSignal} [options.signal] ends the command
 * @param {string} [options.logFile] a file that gets all of the output
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 when a signal ended it) and the last 200,000 characters it printed
 * @throws when the command cannot be started, or an `AbortError` when the signal ended it
 */
export async function runCommand(command, args, { cwd, env = process.env, signal, logFile }) {
  const log = logFile === undefined ? undefined : createWriteStream(logFile)
  // A process group of its own: pnpm's children are ended with it, which a signal to pnpm alone does not do.
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = () => signalGroup(child, 'SIGTERM')
  signal?.addEventListener('abort', end, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      let output = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8')
        stream.on('data', (chunk) => {
          log?.write(chunk)
          output = (output + chunk).slice(-KEPT_OUTPUT)
        })
      }
      child.once('error', reject)
      child.once('close', code => signal?.aborted ? reject(signal.reason) : resolve({ code: code ?? 1, output }))
      if (signal?.aborted)
        end()
    })
  }
  finally {
    signal?.removeEventListener('abort', end)
    if (log !== undefined) {
      log.end()
      await finished(log)
    }
  }
}

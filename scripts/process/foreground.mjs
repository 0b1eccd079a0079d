import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a command in the terminal, as if it had been called itself: same input and output, same end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export async function runInForeground(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: 'inherit' })
  // The terminal sends Ctrl-C to both; the command decides what to do about it. Other signals reach us alone.
  const onInterrupt = () => undefined
  const onTerminate = () => child.kill('SIGTERM')
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(signal === null ? code ?? 1 : 128 + constants.signals[signal]))
    })
  }
  finally {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onTerminate)
  }
}

/**
 * Sends a signal to a process and all that it started, where it was spawned as the leader of its own group (`detached`).
 * Does nothing when the process has ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup({ pid, exitCode, signalCode }, signal) {
  if (pid === undefined || exitCode !== null || signalCode !== null)
    return
  try {
    process.kill(-pid, signal)
  }
  catch (error) {
    // It ended between the look and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH'))
      throw error
  }
}

import { readFile } from 'node:fs/promises'

/**
 * How much memory of the machine a process holds now, and at most since its start, in megabytes.
 *
 * @param {number} pid
 * @returns {Promise<{ now: number, peak: number }>}
 * @throws {Error} where the system has no /proc, or the process is gone
 */
export async function memoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const of = (/** @type {string} */ field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024
  return { now: of('VmRSS'), peak: of('VmHWM') }
}

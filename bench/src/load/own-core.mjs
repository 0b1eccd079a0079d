import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Splits a list of cores, as `taskset` prints it, into the last one and those before.
 *
 * @param {string} list such as `0-3,6`
 * @returns {{ own: string, others: string } | null} null where there is but one
 */
export function splitCores(list) {
  const cores = list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
  const own = cores.pop()
  return cores.length === 0 ? null : { own: String(own), others: cores.join(',') }
}

/**
 * Works while this process has the machine's last core and a server is kept off it. Where both share a core, an answer that was sent
 * waits for the end of the server's time slice, some 3 ms, which no reader on a machine of its own would see. With one core it just works.
 *
 * @template Result
 * @param {number} serverPid
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function onOwnCore(serverPid, work) {
  const allowed = (await run('taskset', ['-pc', String(process.pid)])).stdout.trim().replace(/^.* /, '')
  const cores = splitCores(allowed)
  if (cores === null)
    return work()
  const keepOn = (/** @type {number} */ pid, /** @type {string} */ list) => run('taskset', ['-apc', list, String(pid)])
  try {
    await keepOn(process.pid, cores.own)
    await keepOn(serverPid, cores.others)
    return await work()
  }
  finally {
    await keepOn(process.pid, allowed)
    await keepOn(serverPid, allowed)
  }
}

import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { readWrk } from './wrk-output.mjs'

/**
 * Asks one address as fast as it answers, on connections that stay open.
 *
 * @param {object} load
 * @param {string} load.url on this machine
 * @param {number} load.seconds
 * @param {number} [load.connections]
 * @param {Record<string, string>} [load.headers]
 * @returns {Promise<import('./wrk-output.mjs').WrkResult>}
 * @throws {Error} when wrk is not there or cannot reach the address
 */
export async function wrk({ url, seconds, connections = 32, headers = {} }) {
  requireLoopback(url)
  const { stdout } = await promisify(execFile)(process.env.WRK_PATH || 'wrk', [
    '--threads',
    '1',
    '--connections',
    String(connections),
    '--duration',
    `${seconds}s`,
    '--timeout',
    '10s',
    '--latency',
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    url,
  ])
  return readWrk(stdout)
}

/**
 * A bench must never be a flood to somebody else.
 *
 * @param {string} url
 * @throws {Error} when the address is another machine's
 */
export function requireLoopback(url) {
  const { hostname } = new URL(url)
  if (!/^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname))
    throw new Error(`${url} is not on this machine, and load is for this machine alone.`)
}

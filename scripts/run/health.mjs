import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 100
const ANSWER_MS = 5000

/**
 * Waits until a server answers its health address with a success.
 *
 * @param {string} url
 * @param {AbortSignal} signal ends the wait
 * @returns {Promise<void>}
 * @throws an `AbortError` when the signal came first
 */
export async function waitUntilHealthy(url, signal) {
  while (!await isHealthy(url))
    await wait(POLL_MS, undefined, { signal })
}

/** @param {string} url */
async function isHealthy(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })
    await response.arrayBuffer()
    return response.ok
  }
  catch {
    // Not listening yet, or not answering: both are what we wait for to pass.
    return false
  }
}

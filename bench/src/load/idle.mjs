import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_MS = 200
/** What the machine may still be doing and count as idle: a fifth of one core. */
const BUSY_CORES = 0.2
const PATIENCE_MS = 5000

/**
 * Waits until this machine has worked off what was asked of it, so that the backlog of a slow candidate does not run into
 * the round of the next.
 *
 * @param {object} [options]
 * @param {number} [options.looks] how many looks in a row, five a second, must find it idle: more than one for what works in pauses
 * @param {number} [options.patienceMs]
 * @returns {Promise<boolean>} false when it did not come to rest in time: something else is running
 */
export async function waitForIdle({ looks = 1, patienceMs = PATIENCE_MS } = {}) {
  const deadline = performance.now() + patienceMs
  let idle = 0
  let before = await busySeconds()
  let at = performance.now()
  while (performance.now() < deadline) {
    await wait(LOOK_MS)
    const [busy, now] = [await busySeconds(), performance.now()]
    idle = (busy - before) / ((now - at) / 1000) < BUSY_CORES ? idle + 1 : 0
    if (idle === looks)
      return true
    before = busy
    at = now
  }
  return false
}

/** Seconds of all cores since the start that were not idle. Where the system does not tell, the machine counts as idle. */
async function busySeconds() {
  const text = await readFile('/proc/stat', 'utf8').catch(() => '')
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (/^cpu\s+(\d.*)$/m.exec(text)?.[1] ?? '').split(' ').map(Number)
  // The kernel counts in hundredths of a second.
  return (user + nice + system + irq + softirq) / 100
}

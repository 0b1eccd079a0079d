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
 * @returns {Promise<boolean>} false when it did not come to rest in time: something else is running
 */
export async function waitForIdle() {
  const deadline = performance.now() + PATIENCE_MS
  let before = await busySeconds()
  let at = performance.now()
  while (performance.now() < deadline) {
    await wait(LOOK_MS)
    const [busy, now] = [await busySeconds(), performance.now()]
    if ((busy - before) / ((now - at) / 1000) < BUSY_CORES)
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

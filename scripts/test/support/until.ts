import { setTimeout as wait } from 'node:timers/promises'

/** Waits until something is so; the runner's time limit ends a wait that never is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!await isSo())
    await wait(10)
}

import type { Clock } from './clock.js'

/** What a promise comes to, or `undefined` when the deadline passes first; the promise goes on. */
export function within<T extends object>(clock: Clock, milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => resolve(undefined))
    void promise.then(resolve, reject).finally(cancel)
  })
}

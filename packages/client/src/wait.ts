/**
 * Lets time pass.
 * @throws the signal's reason as soon as it is aborted
 */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted)
      stop()
    signal?.addEventListener('abort', stop, { once: true })
  })
}

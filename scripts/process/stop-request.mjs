/**
 * @typedef {object} StopRequest
 * @property {AbortSignal} signal aborted by the first Ctrl-C, SIGTERM or closed terminal
 * @property {Promise<void>} requested resolves at the same time
 * @property {() => void} dispose listens no more
 */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Listens for the wish to stop: the first one asks, the second one insists.
 *
 * @param {() => void} onSecond called when the person asks once more
 * @returns {StopRequest}
 */
export function listenForStop(onSecond) {
  const controller = new AbortController()
  const { signal } = controller
  const onSignal = () => signal.aborted ? onSecond() : controller.abort()
  for (const name of SIGNALS)
    process.on(name, onSignal)

  return {
    signal,
    requested: new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true })),
    dispose() {
      for (const name of SIGNALS)
        process.off(name, onSignal)
    },
  }
}

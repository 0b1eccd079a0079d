/**
 * @typedef {object} StopRequest
 * @property {AbortSignal} signal aborted by the first Ctrl-C, SIGTERM or closed terminal
 * @property {Promise<void>} requested resolves at the same time
 * @property {() => void} dispose listens no more
 */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

// npm passes on what systemd or `timeout` has sent to us too: both mean one wish.
const SAME_WISH_MS = 500

/**
 * Listens for the wish to stop: the first one asks, the second one insists.
 *
 * @param {() => void} onSecond called when the person asks once more
 * @param {() => number} [now] the clock, in milliseconds
 * @returns {StopRequest}
 */
export function listenForStop(onSecond, now = () => performance.now()) {
  const controller = new AbortController()
  const { signal } = controller
  let askedAt = 0

  function onSignal() {
    if (!signal.aborted) {
      askedAt = now()
      controller.abort()
    }
    else if (now() - askedAt >= SAME_WISH_MS) {
      onSecond()
    }
  }
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

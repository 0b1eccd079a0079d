/**
 * What a server with an inspector still needs after its garbage is collected, in megabytes: heap, buffers and what native code
 * holds for it. Memory of the process itself is more, and falls late or never.
 *
 * @param {number} inspectPort
 * @returns {Promise<number>}
 * @throws {Error} when the inspector does not answer
 */
export async function liveMemory(inspectPort) {
  const targets = /** @type {{ webSocketDebuggerUrl: string }[]} */ (await (await fetch(`http://127.0.0.1:${inspectPort}/json/list`)).json())
  const [target] = targets
  if (target === undefined)
    throw new Error(`The inspector at port ${inspectPort} has nothing to inspect.`)
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', () => reject(new Error(`The inspector at port ${inspectPort} cannot be reached.`)), { once: true })
    })
    await call(socket, 1, 'HeapProfiler.enable')
    await call(socket, 2, 'HeapProfiler.collectGarbage')
    const answer = await call(socket, 3, 'Runtime.evaluate', {
      expression: '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())',
      returnByValue: true,
    })
    return answer.result.value / 2 ** 20
  }
  finally {
    socket.close()
  }
}

/**
 * @param {WebSocket} socket
 * @param {number} id
 * @param {string} method
 * @param {object} [params]
 * @returns {Promise<{ result: { value: number } }>}
 */
function call(socket, id, method, params = {}) {
  return new Promise((resolve, reject) => {
    /** @param {MessageEvent} event */
    const onMessage = ({ data }) => {
      const message = JSON.parse(String(data))
      if (message.id !== id)
        return
      socket.removeEventListener('message', onMessage)
      if (message.error === undefined)
        resolve(message.result)
      else
        reject(new Error(`The inspector answered ${method} with ${JSON.stringify(message.error)}.`))
    }
    socket.addEventListener('message', onMessage)
    socket.addEventListener('close', () => reject(new Error(`The inspector closed before it answered ${method}.`)), { once: true })
    socket.send(JSON.stringify({ id, method, params }))
  })
}

import { createServer } from 'node:net'
import { PlainError } from '../report/plain-error.mjs'

/**
 * Makes sure that a port can be listened on.
 *
 * @param {string} variable the setting that chooses the port
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 * @throws {PlainError} naming the port and the setting
 */
export async function requireFreePort(variable, port, host) {
  const server = createServer()
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host, exclusive: true }, () => resolve(undefined))
    })
  }
  catch (error) {
    throw sentence(error, variable, port, host)
  }
  finally {
    server.close()
  }
}

/**
 * @param {unknown} error
 * @param {string} variable
 * @param {number} port
 * @param {string} host
 */
function sentence(error, variable, port, host) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new PlainError(`Port ${port} is in use by another program. Stop it, or set ${variable} to another port.`, { cause: error })
  if (code === 'EACCES')
    return new PlainError(`This user may not listen on port ${port}. Set ${variable} to a port from 1024 up.`, { cause: error })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new PlainError(`HOST is "${host}", and this machine has no such address. Use 127.0.0.1 for this machine alone, 0.0.0.0 for every network.`, { cause: error })
  return error
}

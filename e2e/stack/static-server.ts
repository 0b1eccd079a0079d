import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'

const mediaTypes: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript' }

/** Serves the files of a folder on the loopback address, as a site of somebody else's would. */
export async function serveFolder(folder: string): Promise<{ url: string, close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const file = path.join(folder, path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname))
    try {
      const bytes = await readFile(file)
      response.writeHead(200, { 'content-type': mediaTypes[path.extname(file)] ?? 'application/octet-stream' }).end(bytes)
    }
    catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The static server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

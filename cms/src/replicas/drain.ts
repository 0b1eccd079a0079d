import type { Core } from '@strapi/strapi'
import type { ServerResponse } from 'node:http'

/** Below what Docker and most supervisors wait before they kill. */
const longest = 5_000

const running = new Set<ServerResponse>()
let isDraining = false
let onIdle = (): void => {}

/** Knows from now on which requests are being answered. Must run in `register()`. */
export function watchRequests(strapi: Core.Strapi): void {
  strapi.server.httpServer.prependListener('request', (_request, response: ServerResponse) => {
    running.add(response)
    if (isDraining)
      response.shouldKeepAlive = false
    response.once('close', () => {
      running.delete(response)
      if (isDraining && running.size === 0)
        onIdle()
    })
  })
}

/**
 * Takes no more connections, so that a balancer turns to another CMS, and lets what is being answered come to its end: Strapi's own stop
 * cuts every connection at once, and with it a comment or a publication on its way. Streams never end of themselves: end them, too.
 */
export async function drain(strapi: Core.Strapi): Promise<void> {
  isDraining = true
  strapi.server.httpServer.close()
  if (running.size === 0)
    return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longest)
    onIdle = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

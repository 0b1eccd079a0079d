import type { RequestListener, ServerResponse } from 'node:http'
import { maySeeMetrics } from '@klartext/metrics'
import { replyText } from '../reply'

export interface Health {
  /** Why this server should get no readers now; null when it should. */
  unreadyReason: () => string | null
  metrics: () => string
  metricsToken: string | null
}

/** `/healthz`, `/readyz` and `/metrics`. */
export function createOwnPaths({ unreadyReason, metrics, metricsToken }: Health): Map<string, RequestListener> {
  const replyJson = (response: ServerResponse, status: number, value: object) => replyText(response, status, `${JSON.stringify(value)}\n`, { 'content-type': 'application/json' })
  return new Map<string, RequestListener>([
    // it does not ask the CMS: a silent CMS must not take the site down with it
    ['/healthz', (_request, response) => replyJson(response, 200, { status: 'ok' })],
    ['/readyz', (_request, response) => {
      const reason = unreadyReason()
      if (reason === null)
        replyJson(response, 200, { status: 'ready' })
      else
        replyJson(response, 503, { status: 'waiting', reason })
    }],
    ['/metrics', (request, response) => maySeeMetrics(request, metricsToken)
      ? replyText(response, 200, metrics(), { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
      : replyText(response, 404, 'There is no such page.')],
  ])
}

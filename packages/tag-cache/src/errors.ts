import type { Rendered } from './rendered.js'

/** A key that could not be rendered, and of which no older response is kept. */
export class RenderFailed extends Error {
  override name = 'RenderFailed'
  readonly key: string
  /** Milliseconds until the cache tries again; 0 where the next reader makes it try. */
  readonly retryAfterMs: number
  /** What the renderer made where its status was the failure; missing while the cache waits between two tries. */
  readonly rendered: Rendered | undefined

  constructor(key: string, reason: { retryAfterMs: number, cause?: unknown, rendered?: Rendered | undefined }) {
    const what = reason.rendered ? `the renderer answered ${reason.rendered.status}` : reason.cause instanceof Error ? reason.cause.message : 'the last try failed'
    super(`${key} could not be rendered: ${what}. The cache tries again in ${Math.ceil(reason.retryAfterMs)} ms.`, { cause: reason.cause })
    this.key = key
    this.retryAfterMs = reason.retryAfterMs
    this.rendered = reason.rendered
  }
}

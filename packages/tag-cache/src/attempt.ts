import type { Clock } from './clock.js'
import type { Render, Rendered } from './rendered.js'
import type { StoredResponse } from './stored-response.js'
import { finish, lowerCased } from './stored-response.js'

/** What one call of the renderer came to. */
export type Attempt
  = | { ok: true, rendered: Rendered, response: StoredResponse }
    | { ok: false, cause: unknown, rendered?: Rendered }

function withinTime(render: Render, key: string, clock: Clock, timeoutMs: number): Promise<Rendered> {
  const abort = new AbortController()
  return new Promise((resolve, reject) => {
    const cancel = clock.after(timeoutMs, () => {
      const late = new Error(`the renderer gave nothing within ${timeoutMs} ms`)
      abort.abort(late)
      reject(late)
    })
    // Called inside `then`, so that a renderer that throws at once rejects like one that throws later.
    void Promise.resolve().then(() => render(key, abort.signal)).then(resolve, reject).finally(cancel)
  })
}

/** Renders a key once and finishes the response. It never rejects: a failure is an outcome like another. */
export async function attempt(render: Render, key: string, limits: { clock: Clock, timeoutMs: number }): Promise<Attempt> {
  try {
    const rendered = await withinTime(render, key, limits.clock, limits.timeoutMs)
    if (rendered.status >= 500)
      return { ok: false, cause: undefined, rendered }
    if ('set-cookie' in lowerCased(rendered.headers))
      throw new TypeError('a response for everybody cannot set a cookie')
    return { ok: true, rendered, response: await finish(rendered) }
  }
  catch (cause) {
    return { ok: false, cause }
  }
}

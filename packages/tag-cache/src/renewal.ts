import type { BackOff } from './back-off.js'
import type { Clock } from './clock.js'
import type { PurgeLog, Sequence } from './purge-log.js'
import type { Render } from './rendered.js'
import type { Store } from './store.js'
import type { StoredResponse } from './stored-response.js'
import { attempt } from './attempt.js'
import { RenderFailed } from './errors.js'
import { Flights } from './flights.js'
import { Heat } from './heat.js'
import { isAbsence, mayBeKept } from './rendered.js'
import { lowerCased, sizeOf } from './stored-response.js'

// A key purged again and again while it renders must not hold up its readers for ever.
const MOST_ATTEMPTS = 3

/** What a flight came to. `current`: no purge of its tags came after its last render began, at `start`. */
export type Outcome
  = | { ok: true, response: StoredResponse, current: boolean, start: Sequence }
    | { ok: false, error: RenderFailed }

/** The parts of the cache that a renewal works with. */
export interface RenewalParts {
  store: Store
  purges: PurgeLog
  backOff: BackOff
  clock: Clock
  render: Render
  renderTimeoutMs: number
  absentForMs: number
}

/**
 * Renders keys and puts the results into the store, one flight a key. A result whose tags were purged after its render began
 * is put in as stale and rendered again in the same flight, at most three times.
 */
export class Renewal {
  readonly #flights = new Flights<Outcome>()
  readonly #parts: RenewalParts
  #renders = 0
  #errors = 0

  constructor(parts: RenewalParts) {
    this.#parts = parts
  }

  get renders(): number {
    return this.#renders
  }

  get errors(): number {
    return this.#errors
  }

  get underWay(): number {
    return this.#flights.size
  }

  /**
   * Renders a key, or joins those who wait for it already. Who joins late may get a flight's last render, begun before a purge
   * that the reader came after: then another flight follows. It never rejects.
   */
  async renew(key: string): Promise<Outcome> {
    const asked = this.#parts.purges.latest
    const outcome = await this.#join(key)
    return outcome.ok && !outcome.current && outcome.start < asked ? this.#join(key) : outcome
  }

  #join(key: string): Promise<Outcome> {
    return this.#flights.join(key, land => this.#fly(key, land))
  }

  async #fly(key: string, land: () => void): Promise<Outcome> {
    for (let left = MOST_ATTEMPTS - 1; ; left -= 1) {
      const outcome = await this.#renderOnce(key, { isLast: left === 0, land })
      if (outcome)
        return outcome
    }
  }

  /** One render and, without a pause in which a purge could come, its landing. Nothing is returned where another has to follow. */
  async #renderOnce(key: string, { isLast, land }: { isLast: boolean, land: () => void }): Promise<Outcome | undefined> {
    const { purges, backOff, clock, render, renderTimeoutMs } = this.#parts
    const start = purges.begin()
    this.#renders += 1
    const made = await attempt(render, key, { clock, timeoutMs: renderTimeoutMs })
    // The tags of the response it replaces count too: the render may have read what no longer names them.
    const tags = [...this.#parts.store.get(key)?.response.tags ?? [], ...made.ok ? made.response.tags : []]
    const outdated = purges.isOutdated(start, tags)
    purges.end(start)
    if (!made.ok) {
      this.#errors += 1
      // After a purge there is news: the next reader tries again at once.
      const retryAfterMs = outdated ? 0 : backOff.fail(key, clock.now())
      land()
      return { ok: false, error: new RenderFailed(key, { retryAfterMs, cause: made.cause, rendered: made.rendered }) }
    }
    backOff.clear(key)
    this.#keep(key, made.response, { stale: outdated, freshForMs: made.rendered.freshForMs })
    if (outdated && !isLast)
      return undefined
    land()
    return { ok: true, response: made.response, current: !outdated, start }
  }

  #keep(key: string, response: StoredResponse, { stale, freshForMs = Number.POSITIVE_INFINITY }: { stale: boolean, freshForMs?: number | undefined }): void {
    const { store, clock, absentForMs } = this.#parts
    if (!mayBeKept(response.status, lowerCased(response.identity.headers))) {
      store.delete(key)
      return
    }
    const now = clock.now()
    const heat = store.get(key)?.heat ?? new Heat(1, now)
    const freshUntil = now + (isAbsence(response.status) ? Math.min(absentForMs, freshForMs) : freshForMs)
    store.put({ key, response, bytes: sizeOf(key, response), heat, stale, freshUntil })
  }
}

import type { Clock } from './clock.js'
import type { Counters } from './counters.js'
import type { Render } from './rendered.js'
import type { Slot } from './shelf.js'
import type { DamagedFile } from './snapshot/load.js'
import type { SnapshotLocation } from './snapshot/location.js'
import type { Written } from './snapshot/save.js'
import type { StoredResponse } from './stored-response.js'
import { BackOff } from './back-off.js'
import { systemClock } from './clock.js'
import { RenderFailed } from './errors.js'
import { Heat } from './heat.js'
import { PurgeLog } from './purge-log.js'
import { isAbsence } from './rendered.js'
import { Renewal } from './renewal.js'
import { loadSnapshot } from './snapshot/load.js'
import { saveSnapshot } from './snapshot/save.js'
import { Store } from './store.js'
import { densify, sizeOf } from './stored-response.js'
import { within } from './within.js'

export interface TagCacheOptions {
  render: Render
  /** The most that kept responses may take: bodies in all codings, headers, tags, keys. Responses still rendering come on top. */
  maxBytes: number
  /** How long a reader waits for a page to be rendered again before the stale one is sent; 400 ms. */
  deadlineMs?: number
  /** When a render is given up and its signal aborts; 10 s. */
  renderTimeoutMs?: number
  /** How long a 404 or 410 is fresh; 10 s. */
  absentForMs?: number
  clock?: Clock
  /** From 0 to below 1, as `Math.random`; spreads the waits after failures. */
  random?: () => number
}

/** A response and where it came from: fresh from the cache, known to be out of date, or just rendered. */
export interface Read {
  from: 'cache' | 'stale' | 'render'
  response: StoredResponse
}

/** Keeps finished responses by key and renders them again after a purge of one of their tags. */
export class TagCache {
  readonly #store: Store
  readonly #purges = new PurgeLog()
  readonly #backOff: BackOff
  readonly #renewal: Renewal
  readonly #clock: Clock
  readonly #deadlineMs: number
  readonly #written: Written = new WeakMap()
  #saving: Promise<unknown> = Promise.resolve()
  #hits = 0
  #staleHits = 0
  #misses = 0

  /** @throws {RangeError} where `maxBytes` is no positive number */
  constructor(options: TagCacheOptions) {
    const { render, maxBytes, deadlineMs = 400, renderTimeoutMs = 10_000, absentForMs = 10_000, clock = systemClock, random = Math.random } = options
    if (!(maxBytes > 0))
      throw new RangeError(`maxBytes is a positive number, not ${maxBytes}`)
    this.#clock = clock
    this.#deadlineMs = deadlineMs
    this.#store = new Store(maxBytes)
    this.#backOff = new BackOff(random)
    this.#renewal = new Renewal({ store: this.#store, purges: this.#purges, backOff: this.#backOff, clock, render, renderTimeoutMs, absentForMs })
  }

  /**
   * The fresh response of a key, at once: most reads, without a promise. Where there is none, nothing is counted, and the reader
   * goes on to `read`.
   */
  readFresh(key: string): StoredResponse | undefined {
    const slot = this.#store.get(key)
    if (!slot)
      return undefined
    const now = this.#clock.now()
    if (!this.#isFresh(slot, now))
      return undefined
    this.#store.use(slot)
    slot.heat.read(now)
    this.#hits += 1
    return slot.response
  }

  /**
   * The response of a key. A fresh one comes from the cache. Otherwise the key is rendered, once for all who ask; where a stale page
   * is kept, it is given when the deadline passes, and at once while a key that failed is left alone (1 s, doubling to 30 s).
   * A kept 404 or 410 is waited for like a page that is not kept, and given only when rendering fails.
   *
   * @throws {RenderFailed} where rendering failed and nothing is kept
   */
  async read(key: string): Promise<Read> {
    const fresh = this.readFresh(key)
    if (fresh)
      return { from: 'cache', response: fresh }
    const now = this.#clock.now()
    const slot = this.#store.get(key)
    if (slot) {
      this.#store.use(slot)
      slot.heat.read(now)
    }
    const retryAfterMs = this.#backOff.waitOf(key, now)
    if (retryAfterMs > 0)
      return this.#fallBack(slot, new RenderFailed(key, { retryAfterMs }))
    const flight = this.#renewal.renew(key)
    const outcome = slot && !isAbsence(slot.response.status) ? await within(this.#clock, this.#deadlineMs, flight) : await flight
    if (outcome?.ok && outcome.current) {
      this.#misses += 1
      return { from: 'render', response: outcome.response }
    }
    if (outcome?.ok) {
      this.#staleHits += 1
      return { from: 'stale', response: outcome.response }
    }
    // What an earlier attempt of the flight left is nearer to the truth than what was there when the reader came.
    return this.#fallBack(this.#store.get(key) ?? slot, outcome?.error)
  }

  /**
   * Renders a key that is stale or not kept, unless it is left alone after a failure; counts as no read. It never rejects.
   *
   * @returns whether the key is fresh now
   */
  async refresh(key: string): Promise<boolean> {
    const now = this.#clock.now()
    const slot = this.#store.get(key)
    if (slot && this.#isFresh(slot, now))
      return true
    if (this.#backOff.waitOf(key, now) > 0)
      return false
    const outcome = await this.#renewal.renew(key)
    return outcome.ok && outcome.current
  }

  /**
   * Marks everything with one of the tags stale, what is rendering now included, and lets it be rendered at once after failures.
   *
   * @returns how many kept responses were marked
   */
  purge(tags: Iterable<string>): number {
    const purged = [...tags]
    this.#purges.purge(purged)
    const slots = this.#store.tagged(purged)
    for (const slot of slots) {
      slot.stale = true
      this.#backOff.clear(slot.key)
    }
    return slots.size
  }

  /** Marks everything stale, what is rendering now included: for a gap in the news, or a source that is back. Forgets all failures. */
  markAllStale(): void {
    this.#purges.purgeEverything()
    this.#backOff.clearAll()
    for (const slot of this.#store.slots())
      slot.stale = true
  }

  /** Lets every key that failed be rendered at once: for a source that is back. */
  forgetFailures(): void {
    this.#backOff.clearAll()
  }

  /** The keys with one of the tags, or all keys, that are read most now; the most read first. Give them to `refresh`. */
  hottest({ tags, limit }: { tags?: Iterable<string>, limit: number }): string[] {
    const now = this.#clock.now()
    return [...tags ? this.#store.tagged(tags) : this.#store.slots()]
      .map(slot => ({ key: slot.key, heat: slot.heat.at(now) }))
      .sort((a, b) => b.heat - a.heat)
      .slice(0, limit)
      .map(({ key }) => key)
  }

  /**
   * Compresses the response that is read most as well as brotli can, of those that are fresh and not compressed so yet.
   * Its coding gets another validator, for its bytes are others.
   *
   * @returns whether there was one
   */
  async densifyHottest(): Promise<boolean> {
    const now = this.#clock.now()
    let hottest: Slot | undefined
    for (const slot of this.#store.slots()) {
      if (!slot.response.isDense && !isAbsence(slot.response.status) && this.#isFresh(slot, now) && (!hottest || slot.heat.at(now) > hottest.heat.at(now)))
        hottest = slot
    }
    if (!hottest)
      return false
    const response = await densify(hottest.response)
    // a purge may have come: the slot it marked is read here, not before
    this.#store.shrink(hottest, { ...hottest, response, bytes: sizeOf(hottest.key, response) })
    return true
  }

  /** What was counted so far. */
  counters(): Counters {
    return {
      hits: this.#hits,
      staleHits: this.#staleHits,
      misses: this.#misses,
      renders: this.#renewal.renders,
      errors: this.#renewal.errors,
      evictions: this.#store.evictions,
      entries: this.#store.size,
      bytes: this.#store.bytes,
      rendering: this.#renewal.underWay,
    }
  }

  /**
   * Writes what is kept into a folder, as far as it is not there yet; one save after the other, however they are called.
   * Snapshots of other builds in the folder are removed.
   *
   * @returns how many responses were written
   * @throws {RangeError} for an impossible build id
   * @throws what the file system throws
   */
  async save(location: SnapshotLocation): Promise<number> {
    const save = () => saveSnapshot([...this.#store.slots()], location, { written: this.#written, now: this.#clock.now() })
    const saved = this.#saving.then(save, save)
    this.#saving = saved
    return saved
  }

  /**
   * Reads a snapshot of the same build. What it holds begins stale; what is kept already stays.
   *
   * @returns how many responses were taken, and the files that could not be used
   * @throws {RangeError} for an impossible build id
   * @throws what the file system throws for the folder, except that it is not there
   */
  async load(location: SnapshotLocation): Promise<{ loaded: number, damaged: DamagedFile[] }> {
    let loaded = 0
    const damaged = await loadSnapshot(location, ({ key, response, heat, path }) => {
      this.#written.set(response, path)
      if (this.#store.get(key))
        return
      const kept = { key, response, bytes: sizeOf(key, response), heat: new Heat(heat, this.#clock.now()), stale: true, freshUntil: 0 }
      this.#store.put(kept)
      loaded += 1
    })
    return { loaded, damaged }
  }

  #isFresh(slot: Slot, now: number): boolean {
    return !slot.stale && now < slot.freshUntil
  }

  #fallBack(slot: Slot | undefined, error: RenderFailed | undefined): Read {
    if (slot) {
      this.#staleHits += 1
      return { from: 'stale', response: slot.response }
    }
    this.#misses += 1
    throw error ?? new Error('A deadline without a response to give')
  }
}

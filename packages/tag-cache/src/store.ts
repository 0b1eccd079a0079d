import type { Slot } from './shelf.js'
import { isAbsence } from './rendered.js'
import { Shelf } from './shelf.js'

// Addresses that hold nothing are without number, and whoever asks for many of them must not drive the pages out.
const SHARE_OF_ABSENCES = 1 / 8

/** The kept responses: bounded by bytes, found by key and by tag. */
export class Store {
  readonly #pages = new Shelf()
  readonly #absences = new Shelf()
  readonly #keysByTag = new Map<string, Set<string>>()
  readonly #maxBytes: number
  #evictions = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get bytes(): number {
    return this.#pages.bytes + this.#absences.bytes
  }

  get size(): number {
    return this.#pages.size + this.#absences.size
  }

  get evictions(): number {
    return this.#evictions
  }

  get(key: string): Slot | undefined {
    return this.#pages.get(key) ?? this.#absences.get(key)
  }

  /** Makes a slot the last one to be evicted. */
  use(slot: Slot): void {
    this.#shelfOf(slot).use(slot)
  }

  /** Puts a slot in the place of the one with its key; evicts first, so that the bound holds at every moment. One too large is not kept. */
  put(slot: Slot): void {
    this.delete(slot.key)
    const shelf = this.#shelfOf(slot)
    const most = this.#maxBytes * (shelf === this.#absences ? SHARE_OF_ABSENCES : 1)
    if (slot.bytes > most)
      return
    while (shelf.bytes + slot.bytes > most)
      this.#evictFrom(shelf)
    while (this.bytes + slot.bytes > this.#maxBytes)
      this.#evictFrom(this.#absences.size > 0 ? this.#absences : this.#pages)
    shelf.put(slot)
    for (const tag of slot.response.tags) {
      const keys = this.#keysByTag.get(tag)
      if (keys)
        keys.add(slot.key)
      else
        this.#keysByTag.set(tag, new Set([slot.key]))
    }
  }

  /** Puts a smaller slot with the same tags in the place of one that is still there; nothing else moves. */
  shrink(slot: Slot, smaller: Slot): void {
    if (this.get(slot.key) === slot && smaller.bytes <= slot.bytes)
      this.#shelfOf(slot).replace(smaller)
  }

  delete(key: string): void {
    const slot = this.#pages.delete(key) ?? this.#absences.delete(key)
    for (const tag of slot?.response.tags ?? []) {
      const keys = this.#keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0)
        this.#keysByTag.delete(tag)
    }
  }

  /** All slots with at least one of the tags, each once. */
  tagged(tags: Iterable<string>): Set<Slot> {
    const found = new Set<Slot>()
    for (const tag of tags) {
      for (const key of this.#keysByTag.get(tag) ?? []) {
        const slot = this.get(key)
        if (slot)
          found.add(slot)
      }
    }
    return found
  }

  /** From the one used longest ago to the last used one; what is absent comes first. */
  * slots(): Generator<Slot> {
    yield* this.#absences.slots()
    yield* this.#pages.slots()
  }

  #shelfOf(slot: Slot): Shelf {
    return isAbsence(slot.response.status) ? this.#absences : this.#pages
  }

  #evictFrom(shelf: Shelf): void {
    const oldest = shelf.oldest()
    if (!oldest)
      throw new RangeError('The store counts bytes that no slot holds')
    this.delete(oldest.key)
    this.#evictions += 1
  }
}

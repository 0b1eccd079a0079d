import type { Heat } from './heat.js'
import type { StoredResponse } from './stored-response.js'

/** A response in its place, and what is known of it there. */
export interface Slot {
  readonly key: string
  readonly response: StoredResponse
  readonly bytes: number
  readonly heat: Heat
  stale: boolean
  readonly freshUntil: number
}

/** Slots in the order of their last use, and the bytes they take. */
export class Shelf {
  // A Map keeps the order of insertion: what is used is taken out and put in again.
  readonly #slots = new Map<string, Slot>()
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#slots.size
  }

  get(key: string): Slot | undefined {
    return this.#slots.get(key)
  }

  /** Makes a slot the last used one. */
  use(slot: Slot): void {
    this.#slots.delete(slot.key)
    this.#slots.set(slot.key, slot)
  }

  put(slot: Slot): void {
    this.delete(slot.key)
    this.#slots.set(slot.key, slot)
    this.#bytes += slot.bytes
  }

  /** Puts a slot in the very place of the one with its key, which must be there. */
  replace(slot: Slot): void {
    this.#bytes += slot.bytes - (this.#slots.get(slot.key)?.bytes ?? 0)
    this.#slots.set(slot.key, slot)
  }

  delete(key: string): Slot | undefined {
    const slot = this.#slots.get(key)
    if (slot) {
      this.#slots.delete(key)
      this.#bytes -= slot.bytes
    }
    return slot
  }

  /** The slot that was not used for the longest time. */
  oldest(): Slot | undefined {
    return this.#slots.values().next().value
  }

  /** From the one used longest ago to the last used one. */
  slots(): Iterable<Slot> {
    return this.#slots.values()
  }
}

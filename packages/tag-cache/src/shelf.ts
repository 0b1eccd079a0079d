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

interface Place {
  slot: Slot
  older: Place | undefined
  newer: Place | undefined
}

/** Slots in the order of their last use, and the bytes they take. */
export class Shelf {
  // A Map keeps an order too, but only by taking out and putting in again, and each read would pay for a table that is built anew.
  readonly #places = new Map<string, Place>()
  #oldest: Place | undefined
  #newest: Place | undefined
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#places.size
  }

  get(key: string): Slot | undefined {
    return this.#places.get(key)?.slot
  }

  /** Makes the slot of a key the last used one. */
  use({ key }: Slot): void {
    const place = this.#places.get(key)
    if (!place || place === this.#newest)
      return
    this.#unlink(place)
    this.#append(place)
  }

  put(slot: Slot): void {
    this.delete(slot.key)
    const place: Place = { slot, older: undefined, newer: undefined }
    this.#places.set(slot.key, place)
    this.#append(place)
    this.#bytes += slot.bytes
  }

  /** Puts a slot in the very place of the one with its key; does nothing where there is none. */
  replace(slot: Slot): void {
    const place = this.#places.get(slot.key)
    if (!place)
      return
    this.#bytes += slot.bytes - place.slot.bytes
    place.slot = slot
  }

  delete(key: string): Slot | undefined {
    const place = this.#places.get(key)
    if (!place)
      return undefined
    this.#places.delete(key)
    this.#unlink(place)
    this.#bytes -= place.slot.bytes
    return place.slot
  }

  /** The slot that was not used for the longest time. */
  oldest(): Slot | undefined {
    return this.#oldest?.slot
  }

  /** From the one used longest ago to the last used one; the shelf stays as it is meanwhile. */
  * slots(): Generator<Slot> {
    for (let place = this.#oldest; place; place = place.newer)
      yield place.slot
  }

  #append(place: Place): void {
    place.older = this.#newest
    place.newer = undefined
    if (this.#newest)
      this.#newest.newer = place
    else
      this.#oldest = place
    this.#newest = place
  }

  #unlink({ older, newer }: Place): void {
    if (older)
      older.newer = newer
    else
      this.#oldest = newer
    if (newer)
      newer.older = older
    else
      this.#newest = older
  }
}

/** A number that grows with each purge; a render remembers the one it began at. */
export type Sequence = number

/**
 * Which tags were purged after a render began. It remembers a purge only as long as a render runs that began before it,
 * so that its size follows the renders under way and not the tags ever purged.
 */
export class PurgeLog {
  #sequence: Sequence = 0
  #everything: Sequence = 0
  // In the order of their purge: a tag purged again moves to the end.
  readonly #tags = new Map<string, Sequence>()
  // How many renders began at a sequence; in the order of their beginning.
  readonly #begun = new Map<Sequence, number>()

  /** The last purge's number. */
  get latest(): Sequence {
    return this.#sequence
  }

  purge(tags: Iterable<string>): void {
    this.#sequence += 1
    if (this.#begun.size === 0)
      return
    for (const tag of tags) {
      this.#tags.delete(tag)
      this.#tags.set(tag, this.#sequence)
    }
  }

  purgeEverything(): void {
    this.#sequence += 1
    this.#everything = this.#sequence
    this.#tags.clear()
  }

  /** Begins a render; each is ended once, by `end`. */
  begin(): Sequence {
    this.#begun.set(this.#sequence, (this.#begun.get(this.#sequence) ?? 0) + 1)
    return this.#sequence
  }

  end(start: Sequence): void {
    const left = (this.#begun.get(start) ?? 0) - 1
    if (left > 0) {
      this.#begun.set(start, left)
      return
    }
    this.#begun.delete(start)
    const oldest = this.#begun.keys().next().value ?? this.#sequence
    for (const [tag, sequence] of this.#tags) {
      if (sequence > oldest)
        break
      this.#tags.delete(tag)
    }
  }

  /** Whether one of the tags, or everything, was purged after the render that began at `start`. */
  isOutdated(start: Sequence, tags: Iterable<string>): boolean {
    if (this.#everything > start)
      return true
    for (const tag of tags) {
      if ((this.#tags.get(tag) ?? 0) > start)
        return true
    }
    return false
  }

  /** How many tags it remembers. */
  get size(): number {
    return this.#tags.size
  }
}

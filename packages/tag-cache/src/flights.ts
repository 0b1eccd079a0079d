/** One piece of work a key at a time: who asks while it runs gets the same promise. */
export class Flights<Outcome> {
  readonly #underWay = new Map<string, Promise<Outcome>>()

  /** How many keys are under way. */
  get size(): number {
    return this.#underWay.size
  }

  /**
   * The work under way for the key, or `work`, begun now. The work calls `land` in the same step in which its outcome becomes known:
   * who asks later must begin anew, for the outcome cannot know what happened after it.
   */
  join(key: string, work: (land: () => void) => Promise<Outcome>): Promise<Outcome> {
    const underWay = this.#underWay.get(key)
    if (underWay)
      return underWay
    let landed = false
    const begun = work(() => {
      landed = true
      this.#underWay.delete(key)
    })
    if (!landed)
      this.#underWay.set(key, begun)
    return begun
  }
}

/** How many may be inside at once. */
export interface AdmissionLimits {
  all: number
  /** Of one address; a site's replicas often share one. */
  address: number
}

/** Who stands in the way of one more: everybody inside, or those of the same address. */
export type Fullness = 'all' | 'address'

export interface Admission {
  /** Lets one in, and gives what lets it out again, once; or tells why not. */
  enter: (address: string) => { leave: () => void } | { full: Fullness }
  count: () => number
}

/** Counts who is inside, in all and by address; an address that nobody is inside from takes no memory. */
export function createAdmission(limits: AdmissionLimits): Admission {
  const inside = new Map<string, number>()
  let all = 0
  return {
    enter(address) {
      const same = inside.get(address) ?? 0
      if (all >= limits.all)
        return { full: 'all' }
      if (same >= limits.address)
        return { full: 'address' }
      all += 1
      inside.set(address, same + 1)
      let isInside = true
      return {
        leave() {
          if (!isInside)
            return
          isInside = false
          all -= 1
          const left = (inside.get(address) ?? 1) - 1
          if (left > 0)
            inside.set(address, left)
          else
            inside.delete(address)
        },
      }
    },
    count: () => all,
  }
}

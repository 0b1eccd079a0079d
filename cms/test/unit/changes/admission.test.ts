import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAdmission } from '../../../src/changes/admission'

it('lets in what there is room for, and counts who leaves once', () => fc.assert(fc.property(
  fc.array(fc.record({ leave: fc.boolean(), address: fc.constantFrom('a', 'b', 'c'), at: fc.nat(20) }), { maxLength: 60 }),
  (steps) => {
    const admission = createAdmission({ all: 5, address: 2 })
    const inside: { address: string, leave: () => void }[] = []
    for (const { leave, address, at } of steps) {
      const [gone] = leave ? inside.splice(at % Math.max(1, inside.length), 1) : []
      if (gone) {
        gone.leave()
        gone.leave()
      }
      else {
        const same = inside.filter(one => one.address === address).length
        const entry = admission.enter(address)
        if ('leave' in entry)
          inside.push({ address, ...entry })
        expect('full' in entry ? entry.full : null).toBe(inside.length >= 5 && !('leave' in entry) ? 'all' : same >= 2 ? 'address' : null)
      }
      expect(admission.count()).toBe(inside.length)
    }
  },
)))

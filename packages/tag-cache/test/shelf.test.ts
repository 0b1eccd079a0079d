import type { Slot } from '../src/shelf.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Heat } from '../src/heat.js'
import { Shelf } from '../src/shelf.js'
import { finish } from '../src/stored-response.js'
import { page } from './site.js'

const response = await finish(page('page'))
const slot = (key: string, bytes: number): Slot => ({ key, bytes, response, heat: new Heat(1, 0), stale: false, freshUntil: Infinity })

/** What a shelf is, said plainly: a row from the one used longest ago to the last used one. */
function plainly(row: Slot[], { does, slot }: { does: 'put' | 'use' | 'replace' | 'delete', slot: Slot }): Slot[] {
  const others = row.filter(({ key }) => key !== slot.key)
  const known = row.find(({ key }) => key === slot.key)
  if (does === 'put')
    return [...others, slot]
  if (does === 'delete' || !known)
    return others
  return does === 'use' ? [...others, known] : row.map(each => each === known ? slot : each)
}

it('keeps its order and its bytes, whatever is put, used, replaced and deleted', () => {
  const step = fc.record({
    does: fc.constantFrom('put' as const, 'use' as const, 'replace' as const, 'delete' as const),
    slot: fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.nat(100)).map(([key, bytes]) => slot(key, bytes)),
  })
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const shelf = new Shelf()
    let row: Slot[] = []
    for (const each of steps) {
      const known = row.find(({ key }) => key === each.slot.key)
      row = plainly(row, each)
      if (each.does === 'delete')
        expect(shelf.delete(each.slot.key)).toBe(known)
      else
        shelf[each.does](each.slot)
      expect([...shelf.slots()]).toEqual(row)
      expect([shelf.oldest(), shelf.size, shelf.bytes]).toEqual([row[0], row.length, row.reduce((sum, { bytes }) => sum + bytes, 0)])
      row.forEach(there => expect(shelf.get(there.key)).toBe(there))
    }
  }))
})

import type { Slot } from '../src/shelf.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Heat } from '../src/heat.js'
import { Store } from '../src/store.js'
import { finish } from '../src/stored-response.js'
import { page } from './site.js'

const pageResponse = await finish(page('page', { tags: ['a', 'b'] }))
const absence = await finish(page('none', { status: 404, tags: ['b'] }))

const slot = (key: string, bytes: number, response = pageResponse): Slot =>
  ({ key, bytes, response, heat: new Heat(1, 0), stale: false, freshUntil: Infinity })

const keysOf = (store: Store) => [...store.slots()].map(({ key }) => key)

describe('store', () => {
  it('drops what was used longest ago', () => {
    const store = new Store(300)
    for (const key of ['1', '2', '3'])
      store.put(slot(key, 100))
    const first = store.get('1')
    if (first)
      store.use(first)
    store.put(slot('4', 100))
    expect(keysOf(store)).toEqual(['3', '1', '4'])
    expect([store.bytes, store.size, store.evictions]).toEqual([300, 3, 1])
  })

  it('keeps nothing that is larger than all its room, nor what was in that place before', () => {
    const store = new Store(300)
    store.put(slot('1', 100))
    store.put(slot('1', 301))
    expect(keysOf(store)).toEqual([])
  })

  it('lets no number of absent addresses drive a page out', () => {
    const store = new Store(800)
    store.put(slot('page', 600))
    for (let i = 0; i < 20; i += 1)
      store.put(slot(`none ${i}`, 50, absence))
    expect(keysOf(store)).toEqual(['none 18', 'none 19', 'page'])
    store.put(slot('other', 200))
    expect(keysOf(store)).toEqual(['page', 'other'])
  })

  it('counts its bytes and finds by tag, whatever is put, used and deleted', () => {
    const key = fc.constantFrom('1', '2', '3', '4', '5')
    const step = fc.oneof(
      fc.record({ does: fc.constant('put' as const), key, bytes: fc.integer({ min: 1, max: 400 }), absent: fc.boolean() }),
      fc.record({ does: fc.constantFrom('delete' as const, 'use' as const), key }),
    )
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const store = new Store(1_000)
      for (const each of steps) {
        const known = store.get(each.key)
        if (each.does === 'put')
          store.put(slot(each.key, each.bytes, each.absent ? absence : pageResponse))
        else if (each.does === 'delete')
          store.delete(each.key)
        else if (known)
          store.use(known)
        const slots = [...store.slots()]
        expect(store.bytes).toBe(slots.reduce((sum, { bytes }) => sum + bytes, 0))
        expect(store.bytes).toBeLessThanOrEqual(1_000)
        expect(store.size).toBe(slots.length)
        expect(store.tagged(['a', 'b'])).toEqual(new Set(slots))
        expect(store.tagged(['a'])).toEqual(new Set(slots.filter(({ response }) => response.status === 200)))
      }
    }))
  })
})

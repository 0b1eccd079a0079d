import { executionAsyncResource } from 'node:async_hooks'
import { nextTick } from 'node:process'

const held = new Set<object>()

/**
 * Keeps the object that Node makes for one tick, as long as the process lives.
 *
 * V8 forgets the shape of objects of which none lives when memory is tidied a few times, as between two readers. Node writes each tick
 * with computed names, and V8 (`Runtime_DefineKeyedOwnPropertyInLiteral`) takes the shape that it learns afterwards for a second one:
 * a tick costs over six times as much from then on, and most of a quarter of an answer from the cache with it (decision 49).
 */
export function holdTick(): void {
  nextTick(() => held.add(executionAsyncResource()))
}

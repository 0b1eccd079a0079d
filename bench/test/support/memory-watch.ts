import type { RunningServer } from '../../src/stack/server.mjs'
import { growthOf } from '../../src/report/growth.mjs'
import { liveMemory } from '../../src/stack/live-memory.mjs'
import { memoryOf } from '../../src/stack/memory.mjs'

export interface Watched { server: RunningServer, inspectPort: number }

/** Looks at the memory of a CMS and of replicas of the site: what they still need after a collection, and what the machine gives them. */
export function watchMemory(watched: readonly Watched[]) {
  const series = watched.map(({ server: { name, pid }, inspectPort }, index) => ({ name: index === 0 ? name : `${name} ${index}`, pid, inspectPort, live: [] as number[], resident: [] as number[] }))
  return {
    async look() {
      for (const each of series) {
        each.live.push(await liveMemory(each.inspectPort))
        each.resident.push((await memoryOf(each.pid)).now)
      }
    },
    /** One row a server: live memory in the middle and at the end, its limit, and resident memory at both. */
    rows: () => series.map(({ name, live, resident }) => {
      const { middle, end, limit, isFlat } = growthOf(live)
      const whole = growthOf(resident)
      return { name, middle, end, limit, isFlat, residentMiddle: whole.middle, residentEnd: whole.end }
    }),
  }
}

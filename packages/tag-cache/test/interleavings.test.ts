import type { Scheduler } from 'fast-check'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RenderFailed, TagCache } from '../src/index.js'
import { ManualClock } from './manual-clock.js'
import { page, textOf } from './site.js'

const KEYS = ['/a', '/b', '/c', '/d', '/e']
const DEADLINE = 400

type Command
  = | { does: 'read' | 'refresh' | 'publish', key: string }
    | { does: 'markAllStale' | 'break' | 'mend' }
    | { does: 'wait', milliseconds: number }

const key = fc.constantFrom(...KEYS)
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('read' as const), key }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('refresh' as const), key }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('publish' as const), key }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('markAllStale' as const, 'break' as const, 'mend' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), milliseconds: fc.constantFrom(100, DEADLINE, 1_250, 40_000) }) },
)

/** A source that changes and breaks, a cache before it, and what must hold between the two at every moment. */
class World {
  readonly cache: TagCache
  readonly clock = new ManualClock()
  readonly #versions = new Map(KEYS.map(each => [each, 0]))
  readonly #rendering = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #failedAt = new Map<string, number>()
  readonly #purges = new Map<string, number>()
  readonly reads: Promise<void>[] = []
  /** Promises broken where an exception would count as a failed render. */
  readonly broke: string[] = []
  broken = false

  constructor(readonly scheduler: Scheduler, readonly maxBytes: number) {
    this.cache = new TagCache({ maxBytes, clock: this.clock, deadlineMs: DEADLINE, renderTimeoutMs: 1e9, random: () => 0.5, render: each => this.#render(each) })
  }

  versionOf(each: string): number {
    return this.#versions.get(each) ?? 0
  }

  async #render(each: string) {
    if (this.#rendering.has(each))
      this.broke.push(`two renders of ${each} at once`)
    this.#rendering.add(each)
    const version = this.versionOf(each)
    await this.scheduler.schedule(Promise.resolve(), `render ${each}`)
    this.#rendering.delete(each)
    this.checkBytes()
    if (this.broken) {
      this.#failedAt.set(each, this.clock.now())
      throw new Error('down')
    }
    this.#seen.add(each)
    return page(`${version}`, { tags: [each, 'list'] })
  }

  #purged(each: string): void {
    this.#purges.set(each, (this.#purges.get(each) ?? 0) + 1)
  }

  checkBytes(): void {
    const { bytes } = this.cache.counters()
    if (bytes > this.maxBytes)
      this.broke.push(`${bytes} bytes kept, over the bound of ${this.maxBytes}`)
  }

  async #read(each: string): Promise<void> {
    const asked = { version: this.versionOf(each), at: this.clock.now(), seen: this.#seen.has(each), purges: this.#purges.get(each) ?? 0 }
    try {
      const read = await this.cache.read(each)
      const version = Number(textOf(read))
      if (read.from !== 'stale') {
        expect(version, 'never a purged page as fresh').toBeGreaterThanOrEqual(asked.version)
        return
      }
      const late = this.clock.now() - asked.at >= DEADLINE
      const failed = (this.#failedAt.get(each) ?? -Infinity) >= asked.at - 30_000
      const overtaken = (this.#purges.get(each) ?? 0) > asked.purges
      expect(late || failed || overtaken, 'stale only with a reason').toBe(true)
    }
    catch (error) {
      if (!(error instanceof RenderFailed))
        throw error
      expect(this.#failedAt.has(each)).toBe(true)
      if (this.maxBytes > 100_000)
        expect(asked.seen, 'a page once rendered is kept while rendering fails').toBe(false)
    }
    finally {
      this.checkBytes()
    }
  }

  run(each: Command): void {
    this.checkBytes()
    switch (each.does) {
      case 'read': this.reads.push(this.#read(each.key)); break
      case 'refresh': this.reads.push(this.cache.refresh(each.key).then(() => this.checkBytes())); break
      case 'publish':
        this.#versions.set(each.key, this.versionOf(each.key) + 1)
        this.#purged(each.key)
        this.cache.purge([each.key])
        break
      case 'markAllStale':
        for (const every of KEYS) {
          this.#versions.set(every, this.versionOf(every) + 1)
          this.#purged(every)
        }
        this.cache.markAllStale()
        break
      case 'break': this.broken = true; break
      case 'mend': this.broken = false; break
      case 'wait': this.clock.advance(each.milliseconds); break
    }
  }
}

it('holds its promises however reads, renders, purges, failures, evictions and time fall', async () => {
  await fc.assert(fc.asyncProperty(
    fc.scheduler(),
    fc.array(command, { minLength: 4, maxLength: 40 }),
    // Room for about three pages, or for all.
    fc.constantFrom(6_000, 1_000_000),
    async (scheduler, commands, maxBytes) => {
      const world = new World(scheduler, maxBytes)
      const sequence = scheduler.scheduleSequence(commands.map(each => ({ builder: async () => world.run(each), label: JSON.stringify(each) })))
      await scheduler.waitFor(sequence.task)
      await scheduler.waitFor(Promise.all(world.reads))
      expect(sequence.faulty).toBe(false)
      expect(world.broke).toEqual([])

      // The source works again: after the longest wait each page is the newest, from the first answer.
      world.broken = false
      world.clock.advance(30_000)
      for (const each of KEYS) {
        const read = await scheduler.waitFor(world.cache.read(each))
        expect([read.from === 'stale', Number(textOf(read))]).toEqual([false, world.versionOf(each)])
        world.checkBytes()
      }
      expect(world.broke).toEqual([])
      const { hits, staleHits, misses, rendering } = world.cache.counters()
      const asked = commands.filter(({ does }) => does === 'read').length + KEYS.length
      expect([hits + staleHits + misses, rendering, world.clock.waiting]).toEqual([asked, 0, 0])
    },
  ), { numRuns: 1_000 })
})

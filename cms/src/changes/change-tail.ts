import type { ReadDatabase } from '../public-api/read/read-database'
import type { AskedPlace, LogPlace } from './cursor'
import type { PlacedChange } from './read-log'
import { changeEvent } from './change-event'
import { findPlace, readAfter, readEpoch, readHead } from './read-log'

/** A change as it is sent, with its place. */
export type ToldChange = LogPlace & { text: string, at: string }

/** The log as it is known to be one and the same; another object as soon as it is another log or epoch. */
export interface KnownLog {
  epoch: string
  head: LogPlace
  /** The last changes up to the head. */
  recent: ToldChange[]
  /** After which place `recent` begins. */
  since: LogPlace
}

export interface ChangeTail {
  /** Reads what is new in the log, once for however many calls there are while it reads. */
  wake: () => void
  /** The log as far as it was read; null before the first time. */
  log: () => KnownLog | null
  /** Called whenever the log was read further or is another one; returns what ends it. */
  subscribe: (listener: () => void) => () => void
  /** The changes after a place, some at a time; null where the log is another one now. */
  readOn: (log: KnownLog, place: LogPlace) => Promise<ToldChange[] | null>
  find: (log: KnownLog, asked: AskedPlace) => Promise<LogPlace | null>
  /** How many changes have come since the start. */
  count: () => number
  close: () => void
}

const keptChanges = 1_000
const batchSize = 200

/**
 * Follows the log for all clients of this process: it is read once for each commit, however many follow.
 * @param options what it stands on
 * @param options.database reads what is committed
 * @param options.cmsUrl the public base address of the CMS
 * @param options.pollMilliseconds how often it looks of itself: what was not told (another process, a failed read) is found that way
 * @param options.onFault hears of the first failure in a row
 */
export function createChangeTail({ database, cmsUrl, pollMilliseconds, onFault }: { database: ReadDatabase, cmsUrl: string, pollMilliseconds: number, onFault: (error: unknown) => void }): ChangeTail {
  const listeners = new Set<() => void>()
  let log: KnownLog | null = null
  let count = 0
  let isReading = false
  let isWanted = false
  let hasFailed = false
  let isClosed = false

  const told = (epoch: string, placed: PlacedChange): ToldChange =>
    ({ seq: placed.seq, chain: placed.chain, at: placed.change.at, text: changeEvent(epoch, cmsUrl, placed) })

  async function begin(): Promise<void> {
    const epoch = await readEpoch(database)
    const head = await readHead(database)
    if (isClosed)
      return
    log = { epoch, head, recent: [], since: head }
  }

  /** @returns whether there may be more */
  async function readFurther(known: KnownLog): Promise<boolean> {
    const placed = await readAfter(database, known.head, batchSize)
    if (placed === null || await readEpoch(database) !== known.epoch) {
      await begin()
      return true
    }
    const last = placed.at(-1)
    if (!last)
      return false
    known.recent.push(...placed.map(one => told(known.epoch, one)))
    const dropped = known.recent.splice(0, Math.max(0, known.recent.length - keptChanges)).at(-1)
    known.since = dropped ?? known.since
    known.head = { seq: last.seq, chain: last.chain }
    count += placed.length
    return true
  }

  async function read(): Promise<void> {
    if (!log) {
      await begin()
      tell()
    }
    for (let known = log; known && await readFurther(known); known = log)
      tell()
  }

  function tell(): void {
    for (const listener of [...listeners])
      listener()
  }

  async function run(): Promise<void> {
    isReading = true
    while (isWanted) {
      isWanted = false
      try {
        await read()
        hasFailed = false
      }
      catch (error) {
        if (!hasFailed && !isClosed)
          onFault(error)
        hasFailed = true
      }
    }
    isReading = false
  }

  const wake = (): void => {
    isWanted = !isClosed
    if (isWanted && !isReading)
      void run()
  }
  const poll = setInterval(wake, pollMilliseconds)
  poll.unref()

  return {
    wake,
    log: () => log,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async readOn(known, place) {
      if (place.seq >= known.since.seq)
        return known.recent.filter(change => change.seq > place.seq).slice(0, batchSize)
      return (await readAfter(database, place, batchSize))?.map(one => told(known.epoch, one)) ?? null
    },
    find: async ({ epoch }, asked) => findPlace(database, epoch, asked),
    count: () => count,
    close() {
      isClosed = true
      isWanted = false
      clearInterval(poll)
      log = null
      tell()
      listeners.clear()
    },
  }
}

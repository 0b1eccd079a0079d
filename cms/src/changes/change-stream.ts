import type { Core } from '@strapi/strapi'
import type { StreamBody } from '../public-api/message'
import type { ReadDatabase } from '../public-api/read/read-database'
import type { AskedPlace } from './cursor'
import path from 'node:path'
import { PublicProblem } from '../public-api/problem'
import { createPostgresReads } from '../public-api/read/postgres'
import { createSqliteReads } from '../public-api/read/sqlite'
import { onPublished } from '../publication/notifier'
import { readSettings } from '../settings'
import { createAdmission } from './admission'
import { createChangeTail } from './change-tail'
import { listenToPublications } from './listen'
import { sendChanges } from './send-changes'

/** The stream of changes of this process. */
export interface ChangeStream {
  /**
   * Makes room for one more client.
   * @param address where it comes from
   * @param asked the place it was at; null where it has none or one that cannot be read
   * @throws PublicProblem 503 or 429 where there is no room, 503 where the log cannot be read
   */
  open: (address: string, asked: AskedPlace | null) => Promise<StreamBody>
  /** What it reads the log with: connections of its own, which wait for no publication. */
  readonly database: ReadDatabase
  /** How many clients follow. */
  clients: () => number
  /** How many changes have come since the start. */
  count: () => number
  /** The seq of the last change that was read; null before the first time and after the end. */
  seq: () => number | null
  /** Ends every connection, and takes no more. */
  end: () => void
}

const limits = { all: 1_000, address: 50 }
const pollMilliseconds = 1_000
const retryAfter = { headers: { 'Retry-After': '1' } }

const streams = new WeakMap<Core.Strapi, ChangeStream>()

/** The stream of changes of a CMS; it follows the log from the moment that the CMS listens. */
export function changeStreamOf(strapi: Core.Strapi): ChangeStream {
  const stream = streams.get(strapi) ?? createChangeStream(strapi)
  streams.set(strapi, stream)
  return stream
}

function createChangeStream(strapi: Core.Strapi): ChangeStream {
  const { cmsUrl, databaseUrl, dataDir } = readSettings()
  const onFault = (error: unknown): void => {
    strapi.log.error(error)
  }
  // connections of its own: a crowd of readers keeps no change waiting
  const database = databaseUrl ? createPostgresReads(databaseUrl) : createSqliteReads(path.join(dataDir, 'klartext.db'))
  const tail = createChangeTail({ database, cmsUrl, pollMilliseconds, onFault })
  const admission = createAdmission(limits)
  const { httpServer } = strapi.server
  const endings: (() => void)[] = []
  httpServer.once('listening', () => {
    endings.push(onPublished(tail.wake), databaseUrl ? listenToPublications(databaseUrl, tail.wake, onFault) : () => {})
    tail.wake()
  })
  const end = (): void => {
    endings.splice(0).forEach(ending => ending())
    tail.close()
    database.close().catch(onFault)
  }

  return {
    async open(address, asked) {
      const log = tail.log()
      if (!log)
        throw new PublicProblem(503, 'unavailable', 'The changes cannot be followed right now; try again in a moment.', retryAfter)
      const entry = admission.enter(address)
      if ('full' in entry)
        throw fullProblem(entry.full)
      try {
        const found = asked && await tail.find(log, asked)
        return output => void sendChanges(tail, { log, place: found ?? log.head, continued: found !== null }, output).catch(onFault).finally(entry.leave)
      }
      catch (error) {
        entry.leave()
        throw error
      }
    },
    database,
    clients: admission.count,
    count: tail.count,
    seq: () => tail.log()?.head.seq ?? null,
    end,
  }
}

const fullProblem = (full: 'all' | 'address'): PublicProblem => full === 'all'
  ? new PublicProblem(503, 'unavailable', 'Too many follow the changes at once; try again in a moment, or ask for them page by page.', retryAfter)
  : new PublicProblem(429, 'rate-limited', `Your address follows the changes ${limits.address} times at once already. Close one of those connections first, or ask for the changes page by page.`, retryAfter)

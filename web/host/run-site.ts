import type { Client } from '@klartext/client'
import type { Settings } from '../server/settings'
import type { Origin } from './origin'
import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Histogram } from '@klartext/metrics'
import { securityHeaders } from '../server/policy/security-headers'
import { readAssets } from './assets'
import { createCatchUp } from './cdn/catch-up'
import { createPurger } from './cdn/purger'
import { createFollower } from './follow/follower'
import { loadCursor, saveCursor } from './follow/place'
import { createWarmer } from './follow/warmer'
import { siteMetrics } from './health/metrics'
import { createOwnPaths } from './health/own-paths'
import { createHost } from './host'
import { ImageStore } from './images/image-store'
import { createImages } from './images/images'
import { listen } from './listen'
import { compressInPauses } from './pages/compress-in-pauses'
import { createPages } from './pages/pages'

const savedEveryMs = 60_000
const picturesCheckedEveryMs = 60_000

export interface SiteParts {
  settings: Settings
  origin: Origin
  changes: Client['changes']
  /** What was built: a name that no other build has, and the folder of its public files. */
  build: { id: string, publicFolder: string }
}

/** Runs the site until it is asked to end: answers, follows the changes, and keeps on disk what a restart needs. */
export async function runSite({ settings, origin, changes, build }: SiteParts): Promise<void> {
  const { dataDir, cacheBytes, imageBytes, siteUrl, cmsUrl, metricsToken, cdn } = settings
  const renderSeconds = new Histogram([0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])
  const lagSeconds = new Histogram([0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60])
  const pages = cacheBytes > 0 ? createPages({ origin, maxBytes: cacheBytes, renderSeconds, onStale: (key, tags) => catchUp?.note(key, tags) }) : null
  const warmer = pages && createWarmer(pages.cache)
  const store = new ImageStore(join(dataDir, 'images'), imageBytes)
  const images = createImages({ origin, store })
  // pages name the addresses that are set, and another build may draw others from the same texts
  const snapshot = { folder: join(dataDir, 'pages'), buildId: createHash('sha256').update([build.id, siteUrl, cmsUrl].join(' ')).digest('hex').slice(0, 32) }

  // what is kept may have been withdrawn since: it is for this process alone
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const assets = await readAssets(build.publicFolder, securityHeaders('/'))
  await store.load()
  const { damaged } = await pages?.cache.load(snapshot) ?? { damaged: [] }
  for (const { path, reason } of damaged)
    console.error(`A kept page could not be used: ${path}: ${reason}`)

  const purger = cdn && createPurger({ cdn, saveCursor: async cursor => saveCursor(dataDir, cursor, 'cdn.json'), onNotice: sentence => console.error(sentence) })
  const catchUp = purger && pages && createCatchUp({ cache: pages.cache, purger })
  const follower = createFollower({
    changes,
    // the network may be behind this process, never before it
    cursor: await loadCursor(dataDir, purger ? 'cdn.json' : 'changes.json'),
    lagSeconds,
    kept: {
      purge(tags, cursor) {
        pages?.cache.purge(tags)
        warmer?.warm(tags)
        purger?.purge(tags, cursor)
      },
      purgeEverything(cursor) {
        pages?.cache.markAllStale()
        purger?.purgeEverything(cursor)
      },
      tryAgain() {
        pages?.cache.forgetFailures()
        warmer?.warm(null)
      },
    },
  })

  async function save(): Promise<void> {
    try {
      await pages?.cache.save(snapshot)
      if (follower.state.cursor !== null)
        await saveCursor(dataDir, follower.state.cursor)
    }
    catch (error) {
      // a full disk must not end the site: readers need what is in memory
      console.error('What is kept could not be saved:', error)
    }
  }

  const ending = new AbortController()
  const isStopping = () => ending.signal.aborted
  const ownPaths = createOwnPaths({
    metricsToken,
    metrics: () => siteMetrics({ cache: pages?.cache ?? null, images: store, follower: follower.state, purger, renderSeconds, lagSeconds }),
    unreadyReason: () => isStopping() ? 'stopping' : follower.state.hasFollowed || (pages && pages.cache.counters().entries > 0) ? null : 'the stream of changes was never reached, and no pages are kept',
  })
  const site = await listen(createHost({ origin, pages, assets, answerPicture: images.answer, ownPaths }), settings)

  const saving = setInterval(() => void save(), savedEveryMs)
  const tasks = [follower.run(ending.signal), every(picturesCheckedEveryMs, images.checkOld, ending.signal), pages && compressInPauses(pages.cache, ending.signal), purger?.run(ending.signal), catchUp?.run(ending.signal)]
  const working = Promise.all(tasks).catch((error: unknown) => {
    if (isStopping())
      return
    console.error('The site cannot follow the changes:', error)
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  })

  await asked('SIGTERM', 'SIGINT')
  clearInterval(saving)
  ending.abort()
  await Promise.all([site.close(), working])
  await save()
  process.exit()
}

/** Does something again and again, with a pause before each time, until the signal aborts. */
async function every(milliseconds: number, work: () => Promise<void>, signal: AbortSignal): Promise<never> {
  for (;;) {
    await pause(milliseconds, undefined, { signal, ref: false })
    await work()
  }
}

function asked(...signals: NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals)
      process.once(signal, () => resolve())
  })
}

import { ask } from './ask.mjs'

const LOOK_MS = 50

/**
 * Makes the read model of a site anew, and reads meanwhile.
 *
 * @param {import('./loaded-cms.mjs').LoadedCms} cms
 * @returns {Promise<{ seconds: number, grownMb: number, slowestReadMs: number }>} `grownMb`: the highest memory seen, less that before
 */
export async function timeRebuild(cms) {
  const before = (await cms.memory()).now
  let highest = before
  let slowestReadMs = 0
  const done = new AbortController()
  const look = (async () => {
    while (!done.signal.aborted) {
      const { ms } = await ask(`${cms.url}/api/v1/articles/${cms.site.slug}`)
      slowestReadMs = Math.max(slowestReadMs, ms)
      highest = Math.max(highest, (await cms.memory()).now)
      await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    }
  })()
  const startedAt = performance.now()
  await cms.run('rebuild').finally(() => done.abort())
  const seconds = (performance.now() - startedAt) / 1000
  await look
  return { seconds, grownMb: highest - before, slowestReadMs }
}

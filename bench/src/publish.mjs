import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@klartext/client'
import { waitForIdle } from './load/idle.mjs'
import { longEssay } from './pages/essay.mjs'
import { restartMeasures } from './publish/across-restarts.mjs'
import { judgeReplica } from './publish/delays.mjs'
import { startReaders } from './publish/readers.mjs'
import { reportPublish } from './publish/report.mjs'
import { publishText, seqOfPublish } from './publish/texts.mjs'
import { watchReplica } from './publish/watch.mjs'
import { signIn } from './stack/admin.mjs'
import { openStack } from './stack/stack.mjs'

const REPLICAS = 3
const READS_PER_SECOND = 200
const PUBLISHES = 120

/** @type {import('./bench.mjs').Bench} */
export const publish = {
  name: 'publish',
  about: 'from the publish call to the new text on each replica of the site',
  async run({ engine = 'sqlite', say }) {
    say(`${PUBLISHES} publishes, ${REPLICAS} replicas under ${READS_PER_SECOND} requests/s each (${engine})`)
    const stack = await openStack({ engine, replicas: REPLICAS })
    try {
      const cms = await stack.startCms()
      await stack.command('load-examples')
      for (let replica = 0; replica < REPLICAS; replica++)
        await stack.startWeb(replica)
      const essay = await longEssay(stack)
      await waitForIdle()
      const steady = await measureSteady(stack, essay)
      say('the same while the CMS is stopped, killed and started again')
      const restarts = await restartMeasures({ stack, cms, essay, readsPerSecond: READS_PER_SECOND, firstVersion: PUBLISHES + 1 })
      return reportPublish({ engine, readsPerSecond: READS_PER_SECOND, steady, restarts })
    }
    finally {
      await stack.close()
    }
  },
}

/**
 * @param {import('./stack/stack.mjs').Stack} stack
 * @param {{ path: string, id: string }} essay
 */
async function measureSteady(stack, { path, id }) {
  const admin = await signIn(stack)
  const client = createClient({ baseUrl: stack.cmsUrl })
  const watches = stack.siteUrls.map(watchReplica)
  const readers = startReaders({ urls: stack.siteUrls.map(url => [url + path]), perSecond: READS_PER_SECOND })
  /** @type {import('./publish/delays.mjs').Publish[]} */
  const publishes = []
  let after = 0
  try {
    for (let version = 1; version <= PUBLISHES; version++) {
      const published = await publishText(admin, id, version)
      after = await seqOfPublish(client, id, after)
      publishes.push({ ...published, seq: after })
      await readers.seeEverywhere(version)
      // Pauses of different lengths, so that no publish keeps step with the readers.
      await wait(40 + (version * 37) % 100)
    }
  }
  finally {
    await readers.stop()
    await Promise.all(watches.map(watch => watch.stop()))
  }
  const { answers } = readers
  return {
    publishes,
    reading: answers.map(({ dueAt, doneAt }) => doneAt - dueAt),
    failed: answers.filter(({ fault }) => fault !== null),
    replicas: watches.map(({ looks }, replica) => judgeReplica({
      publishes,
      looks,
      sights: answers.flatMap(({ target, sentAt, doneAt, version, cache, fault }) => target === replica && fault === null ? [{ sentAt, doneAt, cache, version: version ?? 0 }] : []),
    })),
  }
}

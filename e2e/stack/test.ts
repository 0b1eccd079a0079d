import type { Stack } from './stack'
import { test as base } from '@playwright/test'
import { startStack } from './stack'

interface Stacks {
  /** An empty Klartext: nothing published, one administrator. Shared by the tests of a worker. */
  emptySite: Stack
  /** A Klartext with the example content. Shared by the tests of a worker: read only. */
  exampleSite: Stack
  /** A Klartext with the example content, where readers write as much as they like. Shared: each test looks for what is its own. */
  dialogueSite: Stack
}

const manyAnHour = '100000/600'
const withoutLimits = { COMMENT_LIMIT_SENDER: manyAnHour, COMMENT_LIMIT_ARTICLE: manyAnHour, COMMENT_LIMIT_SITE: manyAnHour }

/** Playwright's `test` with whole Klartexts to test; each starts when the first test asks for it. */
/* eslint no-empty-pattern: off -- Playwright reads the pattern to learn which fixtures are used, and here there are none */
export const test = base.extend<object, Stacks>({
  emptySite: [async ({}, use) => {
    const stack = await startStack()
    await use(stack)
    await stack.stop()
  }, { scope: 'worker', timeout: 180_000 }],
  exampleSite: [async ({}, use) => {
    const stack = await startExampleStack()
    await use(stack)
    await stack.stop()
  }, { scope: 'worker', timeout: 180_000 }],
  dialogueSite: [async ({}, use) => {
    const stack = await startExampleStack(withoutLimits)
    await use(stack)
    await stack.stop()
  }, { scope: 'worker', timeout: 180_000 }],
})

async function startExampleStack(settings: Record<string, string> = {}): Promise<Stack> {
  const stack = await startStack(settings)
  await stack.command('load-examples')
  return stack
}

export { expect } from '@playwright/test'

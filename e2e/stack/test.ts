import type { Stack } from './stack'
import { test as base } from '@playwright/test'
import { startStack } from './stack'

interface Stacks {
  /** An empty Klartext: nothing published, one administrator. Shared by the tests of a worker. */
  emptySite: Stack
  /** A Klartext with the example content. Shared by the tests of a worker: read only. */
  exampleSite: Stack
}

/** Playwright's `test` with whole Klartexts to test; each starts when the first test asks for it. */
/* eslint no-empty-pattern: off -- Playwright reads the pattern to learn which fixtures are used, and here there are none */
export const test = base.extend<object, Stacks>({
  emptySite: [async ({}, use) => {
    const stack = await startStack()
    await use(stack)
    await stack.stop()
  }, { scope: 'worker', timeout: 180_000 }],
  exampleSite: [async ({}, use) => {
    const stack = await startStack()
    await stack.command('load-examples')
    await use(stack)
    await stack.stop()
  }, { scope: 'worker', timeout: 180_000 }],
})

export { expect } from '@playwright/test'

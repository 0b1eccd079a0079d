import type { Cookie, Locator, Page } from '@playwright/test'
import type { Login } from './admin-api'
import type { Stack } from './stack'
import { AxeBuilder } from '@axe-core/playwright'
import { signIn } from './admin-pages'
import { expect } from './admin-test'

const sessions = new Map<string, Cookie[]>()

/** Signs in the first time, and comes back with the same session after that: Strapi refuses a sixth sign-in within five minutes. */
export async function comeBack(page: Page, stack: Pick<Stack, 'cmsUrl'>, login: Login): Promise<void> {
  const known = sessions.get(login.email)
  if (known)
    return page.context().addCookies(known)
  await signIn(page, stack, login)
  sessions.set(login.email, await page.context().cookies())
}

/** Opens a queue of the moderation screen by its address, and waits until it is listed. */
export async function openQueue(page: Page, { cmsUrl }: Pick<Stack, 'cmsUrl'>, queue: string, title: string): Promise<void> {
  const listed = page.waitForResponse(response => response.url().includes(`/klartext/moderation/queues/${queue}`) && response.ok())
  await page.goto(`${cmsUrl}/admin/moderation/${queue}`)
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
  await listed
}

/** The open comment's heading, which has the focus when it is opened. */
export const openComment = (page: Page, name: string): Locator => page.getByRole('heading', { level: 2, name: new RegExp(`^Kommentar (?:\\S+ )?av ${name}$`) })

/** Opens a comment of the list. */
export async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${name}, `) }).click()
  await expect(openComment(page, name)).toBeFocused()
}

/** What the screen says has been done. */
export const said = (page: Page): Locator => page.getByRole('main').getByRole('status')

/** Checks the screen, or a dialog of it, by every rule of axe. */
export async function expectAccessible(page: Page, part = 'main'): Promise<void> {
  // colours fade in and out
  await page.waitForFunction(() => document.getAnimations().every(animation => animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Infinity))
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

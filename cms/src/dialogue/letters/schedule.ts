import type { Strapi } from '../../publication/subjects'
import { readSettings } from '../../settings'
import { sendWaiting } from './send-waiting'
import { onLetters } from './wake'

const queue = { isStopping: false, isAskedAgain: false }
let working: Promise<void> | null = null

/**
 * Sends letters right after the commit that they tell of; a task every minute takes up what another process, a mail server or a
 * restart left.
 */
export function scheduleLetters(strapi: Strapi): void {
  if (readSettings().smtpUrl === null)
    strapi.log.info('SMTP_URL is not set: no letters are sent to those who comment.')
  queue.isStopping = false
  const wake = (): void => {
    queue.isAskedAgain = true
    working ??= work(strapi).finally(() => {
      working = null
    })
  }
  onLetters(wake)
  strapi.cron.add({ 'klartext-letters': { task: async () => wake(), options: '*/1 * * * *' } })
}

/** Lets the letter that is on its way arrive, and sends no more. */
export async function stopLetters(): Promise<void> {
  queue.isStopping = true
  await working
}

async function work(strapi: Strapi): Promise<void> {
  while (queue.isAskedAgain && !queue.isStopping) {
    queue.isAskedAgain = false
    try {
      await sendWaiting(strapi, () => queue.isStopping)
    }
    catch (error) {
      // the database did not answer; what is in the queue stays there
      strapi.log.error(error)
    }
  }
}

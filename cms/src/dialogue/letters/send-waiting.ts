import type { Strapi } from '../../publication/subjects'
import type { ClaimedLetter } from './claim'
import type { MailFault } from './mail-fault'
import { readSettings } from '../../settings'
import { decryptEmail } from '../vault/email'
import { claimLetter, giveUp, giveUpAll, markSent, maxTries, putBack } from './claim'
import { composeLetter } from './compose'
import { asHtml, asText } from './letter'
import { mailFaultOf } from './mail-fault'

const now = (): string => new Date().toISOString()

/**
 * Sends every letter that can go now, one after another.
 * @param strapi the running CMS
 * @param isStopping asked before each letter; what is left stays in the queue
 */
export async function sendWaiting(strapi: Strapi, isStopping: () => boolean): Promise<void> {
  const knex = strapi.db.connection
  if (readSettings().smtpUrl === null) {
    await giveUpAll(knex, 'no mail server')
    return
  }
  while (!isStopping()) {
    const letter = await claimLetter(knex, now())
    if (!letter)
      return
    await sendOne(strapi, letter)
  }
}

/** No line that is written here, and no row, holds the address or words of the mail server, which repeat it. */
async function sendOne(strapi: Strapi, letter: ClaimedLetter): Promise<void> {
  const knex = strapi.db.connection
  const mail = await wordMail(strapi, letter)
  if (mail === 'nothing to tell') {
    await giveUp(knex, letter, mail)
    return
  }
  const fault = mail === 'not worded' ? { reason: mail, isFinal: false } : await faultOfSending(strapi, mail)
  if (fault === null)
    return markSent(knex, letter, now())
  const nextTry = fault.isFinal ? await giveUp(knex, letter, fault.reason) : await putBack(knex, letter, fault.reason, now())
  const next = nextTry ? `try ${letter.tries} of ${maxTries}, the next one at ${nextTry}` : 'it will not be tried again'
  strapi.log.warn(`Letter ${letter.id} (${letter.kind}) was not sent (${fault.reason}): ${next}.`)
}

/** The whole letter, or why there is none; a COMMENT_KEY that is not the right one can be put right while the letter waits. */
async function wordMail(strapi: Strapi, letter: ClaimedLetter): Promise<object | 'nothing to tell' | 'not worded'> {
  try {
    const to = decryptEmail(letter.toCipher, letter.owner)
    const text = await composeLetter(strapi, letter, to)
    return text === null
      ? 'nothing to tell'
      : {
          to,
          subject: text.subject,
          text: asText(text),
          html: asHtml(text, letter.language),
          // the same at every try, so that a mail server can tell a repetition
          messageId: `<${letter.owner}@${new URL(readSettings().siteUrl).hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
        }
  }
  catch (error) {
    strapi.log.error(error)
    return 'not worded'
  }
}

async function faultOfSending(strapi: Strapi, mail: object): Promise<MailFault | null> {
  try {
    await strapi.plugin('email').service('email').send(mail)
    return null
  }
  catch (error) {
    return mailFaultOf(error)
  }
}

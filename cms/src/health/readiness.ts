import type { Core } from '@strapi/strapi'
import type { ChangeStream } from '../changes/change-stream'
import { setTimeout } from 'node:timers/promises'
import { isMadeAtAll } from '../publication/rebuild/made-with'

/** Shorter than what balancers wait. */
const patience = 2_000

/**
 * Why this CMS should get no requests now; null when it should: its database answers readers, what is public is made, and it follows
 * the log. Who writes may have to wait meanwhile, as for a rebuild; that is no reason to take the CMS from readers.
 * @param strapi the running CMS
 * @param changes its stream
 */
export async function unreadyReason(strapi: Core.Strapi, changes: ChangeStream): Promise<string | null> {
  if (changes.seq() === null)
    return 'The publication log is not followed: this CMS starts or stops.'
  const late = new AbortController()
  try {
    const isMade = await Promise.race([isMadeAtAll(changes.database), setTimeout(patience, null, { signal: late.signal })])
    if (isMade === null)
      return `The database has not answered for ${patience / 1_000} seconds.`
    return isMade ? null : 'The read model is not made.'
  }
  catch (error) {
    // the log has the error; whoever asks here is told no more than that
    strapi.log.warn(error)
    return 'The database does not answer.'
  }
  finally {
    late.abort()
  }
}

import type { ChangePage, ChangeQuery } from '@klartext/contract'
import type { Asking } from '../query.js'
import type { FollowedChange, FollowOptions } from '../stream/follow.js'
import type { RequestOptions, Transport } from '../transport.js'
import { changePageSchema } from '@klartext/contract'
import { ContractMismatch } from '../errors.js'
import { follow } from '../stream/follow.js'

export interface Changes {
  /** `GET /changes`: the changes that follow `after`, oldest first. */
  page: (query?: Asking<ChangeQuery>, options?: RequestOptions) => Promise<ChangePage>
  /**
   * Every page from `after` to the present, then it ends. Keep the `after` of the last page you have dealt with, and go on
   * from there the next time.
   */
  all: (query?: Asking<ChangeQuery>, options?: RequestOptions) => AsyncGenerator<ChangePage, void, undefined>
  /**
   * The stream of changes: every change after `after` once and in order, as it happens. It connects again by itself, within a second
   * of the CMS's return, and ends only when `signal` is aborted. What goes wrong is told to `onDisconnected`, not thrown.
   */
  follow: (options?: FollowOptions) => AsyncGenerator<FollowedChange, void, undefined>
}

export function createChanges(transport: Transport): Changes {
  const page: Changes['page'] = async (query = {}, options) => transport.get('/changes', changePageSchema, { ...query }, options)
  return {
    page,
    async* all(query = {}, options) {
      let { after } = query
      let more = true
      while (more) {
        const answer = await page({ ...query, after }, options)
        // A page that does not lead on would be asked for again without end.
        if (answer.more && answer.after <= (after ?? 0))
          throw new ContractMismatch({ method: 'GET', url: answer.links.self ?? '/changes' }, 200, 'after', `there is more, but ${answer.after} does not lead on`)
        yield answer
        more = answer.more
        after = answer.after
      }
    },
    follow: (options = {}) => follow(transport, options),
  }
}

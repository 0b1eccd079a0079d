import type { PlacedChange } from './read-log'
import { presentChange } from '../public-api/present-change'
import { cursorOf } from './cursor'

/** How long a client waits before it connects again, where it has no mind of its own. */
const retryMilliseconds = 1_000

export const heartbeat = ': \n\n'

/** The first event of a connection. */
export const positionEvent = (cursor: string, continued: boolean): string =>
  `retry: ${retryMilliseconds}\n\nid: ${cursor}\nevent: position\ndata: ${JSON.stringify({ continued })}\n\n`

/** A change as the stream tells it; JSON has no line ends of its own. */
export const changeEvent = (epoch: string, cmsUrl: string, { change, ...place }: PlacedChange): string =>
  `id: ${cursorOf(epoch, place)}\nevent: change\ndata: ${JSON.stringify(presentChange(cmsUrl, change))}\n\n`

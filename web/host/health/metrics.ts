import type { Histogram } from '@klartext/metrics'
import type { TagCache } from '@klartext/tag-cache'
import type { Purger } from '../cdn/purger'
import type { FollowerState } from '../follow/follower'
import type { ImageStore } from '../images/image-store'
import { metricsText } from '@klartext/metrics'

export interface Measured {
  cache: TagCache | null
  images: ImageStore
  follower: Readonly<FollowerState>
  /** Null where no content delivery network is told. */
  purger: Pick<Purger, 'waiting' | 'failures'> | null
  renderSeconds: Histogram
  lagSeconds: Histogram
}

/** The metrics of this process, as Prometheus reads them. */
export function siteMetrics({ cache, images, follower, purger, renderSeconds, lagSeconds }: Measured): string {
  const { hits = 0, staleHits = 0, misses = 0, renders = 0, errors = 0, evictions = 0, entries = 0, bytes = 0 } = cache?.counters() ?? {}
  return metricsText([
    ['counter', 'klartext_cache_hits_total', 'Pages given from memory, up to date', hits],
    ['counter', 'klartext_cache_stale_hits_total', 'Pages given from memory, known to be out of date', staleHits],
    ['counter', 'klartext_cache_misses_total', 'Pages that waited for a render', misses],
    ['counter', 'klartext_cache_evictions_total', 'Pages dropped for want of room', evictions],
    ['gauge', 'klartext_cache_entries', 'Pages kept', entries],
    ['gauge', 'klartext_cache_bytes', 'Bytes that kept pages take', bytes],
    ['counter', 'klartext_renders_total', 'Pages rendered to be kept', renders],
    ['counter', 'klartext_render_errors_total', 'Renders that failed', errors],
    ['histogram', 'klartext_render_seconds', 'How long a render takes', renderSeconds],
    ['histogram', 'klartext_invalidation_lag_seconds', 'From a change to the mark on the pages that it made old', lagSeconds],
    ['gauge', 'klartext_change_cursor', 'Number of the last change that was dealt with', follower.seq],
    ['gauge', 'klartext_stream_connected', 'Whether the stream of changes is connected', follower.isConnected ? 1 : 0],
    ['gauge', 'klartext_cdn_waiting_tags', 'Tags that a content delivery network is yet to be told', purger && purger.waiting()],
    ['counter', 'klartext_cdn_failures_total', 'Purges that a content delivery network did not take', purger && purger.failures()],
    ['gauge', 'klartext_images_kept', 'Pictures on disk', images.size],
    ['gauge', 'klartext_images_bytes', 'Bytes that pictures take on disk', images.bytes],
  ])
}

import type { ChangeStream } from '../changes/change-stream'
import { metricsText } from '@klartext/metrics'
import { requestSeconds } from './request-seconds'

/** The metrics of this process, as Prometheus reads them. */
export const cmsMetrics = (changes: ChangeStream): string => metricsText([
  ['counter', 'klartext_changes_total', 'Changes read from the log since the start', changes.count()],
  ['gauge', 'klartext_change_cursor', 'Number of the last change in the log', changes.seq()],
  ['gauge', 'klartext_stream_clients', 'Clients that follow the stream of changes', changes.clients()],
  ['histogram', 'klartext_request_seconds', 'How long the public API takes to answer', requestSeconds],
])

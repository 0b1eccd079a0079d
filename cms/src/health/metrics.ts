import type { ChangeStream } from '../changes/change-stream'
import type { Histogram } from './histogram'
import { requestSeconds } from './request-seconds'

/** The metrics of this process, as Prometheus reads them. */
export function metricsText(changes: ChangeStream): string {
  const { user, system } = process.cpuUsage()
  const metrics: [type: 'counter' | 'gauge' | 'histogram', name: string, help: string, value: number | Histogram | null][] = [
    ['counter', 'klartext_changes_total', 'Changes read from the log since the start', changes.count()],
    ['gauge', 'klartext_change_cursor', 'Number of the last change in the log', changes.seq()],
    ['gauge', 'klartext_stream_clients', 'Clients that follow the stream of changes', changes.clients()],
    ['histogram', 'klartext_request_seconds', 'How long the public API takes to answer', requestSeconds],
    ['gauge', 'process_resident_memory_bytes', 'Memory of this process', process.memoryUsage.rss()],
    ['counter', 'process_cpu_seconds_total', 'Processor time of this process', (user + system) / 1e6],
    ['gauge', 'process_start_time_seconds', 'When this process began', Math.round(Date.now() / 1000 - process.uptime())],
  ]
  return metrics.flatMap(([type, name, help, value]) => value === null
    ? []
    : [`# HELP ${name} ${help}.`, `# TYPE ${name} ${type}`, ...typeof value === 'number' ? [`${name} ${value}`] : value.lines(name)]).concat('').join('\n')
}

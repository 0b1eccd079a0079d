import type { Histogram } from './histogram.js'
import process from 'node:process'

/** What is told of one metric; a value of null leaves it out. */
export type Metric = readonly [type: 'counter' | 'gauge' | 'histogram', name: string, help: string, value: number | Histogram | null]

/**
 * Writes metrics, with those of this process after them, as Prometheus reads them (text format 0.0.4).
 * @param metrics in the order in which they are to stand; `help` is a sentence without its full stop
 */
export function metricsText(metrics: readonly Metric[]): string {
  return [...metrics, ...processMetrics()].flatMap(([type, name, help, value]) => value === null
    ? []
    : [`# HELP ${name} ${help}.`, `# TYPE ${name} ${type}`, ...typeof value === 'number' ? [`${name} ${value}`] : value.lines(name)]).concat('').join('\n')
}

function processMetrics(): Metric[] {
  const { user, system } = process.cpuUsage()
  return [
    ['gauge', 'process_resident_memory_bytes', 'Memory of this process', process.memoryUsage.rss()],
    ['counter', 'process_cpu_seconds_total', 'Processor time of this process', (user + system) / 1e6],
    ['gauge', 'process_start_time_seconds', 'When this process began', Math.round(Date.now() / 1000 - process.uptime())],
  ]
}

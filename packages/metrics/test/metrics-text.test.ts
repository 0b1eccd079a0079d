import { expect, it } from 'vitest'
import { Histogram, metricsText } from '../src/index.js'

it('describes each metric that has a value, and the process after them', () => {
  const lines = metricsText([
    ['counter', 'reads_total', 'What was read', 3],
    ['gauge', 'cursor', 'Unknown so far', null],
    ['histogram', 'wait', 'How long it took', new Histogram([])],
  ]).split('\n')
  expect(lines.slice(0, 7)).toEqual([
    '# HELP reads_total What was read.',
    '# TYPE reads_total counter',
    'reads_total 3',
    '# HELP wait How long it took.',
    '# TYPE wait histogram',
    'wait_bucket{le="+Inf"} 0',
    'wait_sum 0',
  ])
  expect(lines.flatMap(line => /^(process_\w+) \d/.exec(line)?.[1] ?? [])).toEqual(['process_resident_memory_bytes', 'process_cpu_seconds_total', 'process_start_time_seconds'])
  expect(lines.at(-1)).toBe('')
})

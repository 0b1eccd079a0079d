import { expect, it } from 'vitest'
import { createHistogram } from '../../../src/health/histogram'

it('counts each value in every bucket that it fits', () => {
  const histogram = createHistogram('status', [0.1, 1])
  for (const value of [0.1, 0.25, 5])
    histogram.observe(value, '2xx')
  histogram.observe(0.5, '4xx')
  expect(histogram.lines('seconds')).toEqual([
    'seconds_bucket{status="2xx",le="0.1"} 1',
    'seconds_bucket{status="2xx",le="1"} 2',
    'seconds_bucket{status="2xx",le="+Inf"} 3',
    'seconds_sum{status="2xx"} 5.35',
    'seconds_count{status="2xx"} 3',
    'seconds_bucket{status="4xx",le="0.1"} 0',
    'seconds_bucket{status="4xx",le="1"} 1',
    'seconds_bucket{status="4xx",le="+Inf"} 1',
    'seconds_sum{status="4xx"} 0.5',
    'seconds_count{status="4xx"} 1',
  ])
})

import { expect, it } from 'vitest'
import { Histogram } from '../src/index.js'

it('counts each value in every bucket that it fits, label by label', () => {
  const histogram = new Histogram([0.1, 1], 'status')
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

it('counts without a label, from nothing on', () => {
  const histogram = new Histogram([0.1, 1])
  expect(histogram.lines('wait')).toEqual(['wait_bucket{le="0.1"} 0', 'wait_bucket{le="1"} 0', 'wait_bucket{le="+Inf"} 0', 'wait_sum 0', 'wait_count 0'])
  for (const value of [0.05, 0.1, 0.5, 1, 3])
    histogram.observe(value)
  expect(histogram.lines('wait')).toEqual(['wait_bucket{le="0.1"} 2', 'wait_bucket{le="1"} 4', 'wait_bucket{le="+Inf"} 5', 'wait_sum 4.65', 'wait_count 5'])
})

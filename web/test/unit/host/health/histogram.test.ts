import { expect, it } from 'vitest'
import { Histogram } from '../../../../host/health/histogram'

it('counts what is below each bound, the bound included', () => {
  const histogram = new Histogram([0.1, 1])
  for (const value of [0.05, 0.1, 0.5, 1, 3])
    histogram.observe(value)
  expect(histogram.lines('wait')).toEqual(['wait_bucket{le="0.1"} 2', 'wait_bucket{le="1"} 4', 'wait_bucket{le="+Inf"} 5', 'wait_sum 4.65', 'wait_count 5'])
})

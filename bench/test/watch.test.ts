import { expect, it } from 'vitest'
import { metric } from '../src/publish/watch.mjs'

const text = `# HELP klartext_change_cursor The last change dealt with.
# TYPE klartext_change_cursor gauge
klartext_change_cursor 72
klartext_change_cursor_other 5
klartext_stream_connected 1
klartext_render_seconds_bucket{le="0.5"} 3
klartext_invalidation_lag_seconds_sum 1.5e-3
`

it.each([['klartext_change_cursor', 72], ['klartext_stream_connected', 1], ['klartext_invalidation_lag_seconds_sum', 0.0015]])('reads %s', (name, value) => {
  expect(metric(text, name)).toBe(value)
})

it('says which metric is missing', () => {
  expect(() => metric(text, 'klartext_cursor')).toThrow('klartext_cursor')
})

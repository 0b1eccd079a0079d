import { expect, it } from 'vitest'
import { figure, spread, table } from '../src/report/table.mjs'

it('sets words to the left and figures to the right, and shows what is missing', () => {
  expect(table(['what', 'req/s', 'p99 ms'], [['bare node:http', '20,100', '4.02'], ['nginx', '', '12.1']])).toBe([
    'what             req/s  p99 ms',
    '--------------  ------  ------',
    'bare node:http  20,100    4.02',
    'nginx                –    12.1',
  ].join('\n'))
})

it.each([
  [20_123.456, '20,123'],
  [99.95, '100.0'],
  [12.34, '12.3'],
  [1.234, '1.23'],
  [0, '0.00'],
  [Number.NaN, ''],
])('writes %d as %j', (value, expected) => {
  expect(figure(value)).toBe(expected)
})

it('writes a spread', () => {
  expect(spread({ low: 1200, high: 1350.4 })).toBe('1,200–1,350')
})

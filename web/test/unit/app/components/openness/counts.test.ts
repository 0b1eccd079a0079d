import { describe, expect, it } from 'vitest'
import { ruleRows, sumOf } from '~/components/openness/counts'
import { examples } from '../../../../fixture-content'

it('sums what was counted by rule', () => {
  expect([sumOf({}), sumOf({ hate: 2, threat: 3 })]).toEqual([0, 5])
})

describe('ruleRows', () => {
  it('holds every rule that was used, the most used first', () => {
    expect(ruleRows({ ...examples.openness.total, declined: { 'off-topic': 1, 'hate': 2 }, hidden: { hate: 1, privacy: 2 } })).toEqual([
      { rule: 'hate', declined: 2, hidden: 1 },
      { rule: 'privacy', declined: 0, hidden: 2 },
      { rule: 'off-topic', declined: 1, hidden: 0 },
    ])
  })

  it('holds none where none was used', () => {
    expect(ruleRows({ ...examples.openness.total, declined: {}, hidden: {} })).toEqual([])
  })
})

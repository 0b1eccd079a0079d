import { describe, expect, it } from 'vitest'
import { judgeReplica } from '../src/publish/delays.mjs'

const publish = (version: number, startedAt: number) => ({ version, startedAt, answeredAt: startedAt + 10, seq: version * 2 })
const sight = (sentAt: number, version: number, cache = 'hit') => ({ sentAt, doneAt: sentAt + 2, version, cache })
const look = (at: number, cursor: number) => ({ at, cursor, isConnected: true })

describe('judgeReplica', () => {
  it('counts a delay from the call and from its answer to the end of the first answer with the text', () => {
    const { delays, unseen } = judgeReplica({
      publishes: [publish(1, 100), publish(2, 200)],
      sights: [sight(90, 0), sight(105, 0), sight(120, 1), sight(205, 2)],
      looks: [],
    })
    expect(delays).toEqual([{ fromStart: 22, fromAnswer: 12 }, { fromStart: 7, fromAnswer: -3 }])
    expect(unseen).toBe(0)
  })

  it('takes a newer text for a publish whose own was never shown, and counts what nobody saw', () => {
    const { delays, unseen } = judgeReplica({ publishes: [publish(1, 100), publish(2, 120), publish(3, 900)], sights: [sight(150, 2)], looks: [] })
    expect(delays).toEqual([{ fromStart: 52, fromAnswer: 42 }, { fromStart: 32, fromAnswer: 22 }])
    expect(unseen).toBe(1)
  })

  it.each([
    ['sent before the replica had dealt with the event', [sight(125, 0)], 0, 0],
    ['sent after it', [sight(131, 0)], 1, 0],
    ['sent after it, and said to be stale', [sight(131, 0, 'stale')], 1, 1],
    ['sent after it, with the new text', [sight(131, 1)], 0, 0],
  ])('old answers to requests %s', (_, sights, staleAfterEvent, ofThemMarked) => {
    expect(judgeReplica({ publishes: [publish(1, 100)], sights, looks: [look(50, 1), look(130, 2)] })).toMatchObject({ staleAfterEvent, ofThemMarked })
  })

  it('counts answers that went back, but not one that was on its way while a newer one came', () => {
    const late = { sentAt: 110, doneAt: 160, version: 0, cache: 'hit' }
    expect(judgeReplica({ publishes: [publish(1, 100)], sights: [sight(120, 1), late], looks: [] }).wentBack).toBe(0)
    expect(judgeReplica({ publishes: [publish(1, 100)], sights: [sight(120, 1), sight(123, 0)], looks: [] }).wentBack).toBe(1)
  })
})

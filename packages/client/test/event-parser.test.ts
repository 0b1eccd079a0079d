import type { StreamEvent } from '../src/stream/event-parser.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventParser } from '../src/stream/event-parser.js'

const event = (data: string, more: Partial<StreamEvent> = {}): StreamEvent => ({ type: 'message', id: null, data, ...more })

describe('the events of a stream', () => {
  it.each([
    ['data: a\n\n', [event('a')]],
    ['data:a\ndata: b\n\n', [event('a\nb')]],
    ['id: 7.x\nevent: change\ndata: {}\n\n', [event('{}', { id: '7.x', type: 'change' })]],
    ['id: 7.x\ndata: a\n\ndata: b\n\n', [event('a', { id: '7.x' }), event('b')]],
    ['event: change\n\ndata: b\n\n', [event('b')]],
    [': heartbeat\n\n', []],
    ['retry: 1000\nunknown: x\n\n', []],
    ['data\n\n', [event('')]],
    ['data:  two spaces\n\n', [event(' two spaces')]],
    ['id: a\0b\ndata: c\n\n', [event('c')]],
    ['data: a\r\n\r\ndata: b\r\rdata: c\n\n', [event('a'), event('b'), event('c')]],
    ['data: never ended\n', []],
  ])('%j', (text, events) => {
    expect(createEventParser()(text)).toEqual(events)
  })

  it('are the same wherever the text is cut', () => {
    const line = fc.constantFrom('data: åäö', 'data', 'id: 1.a', 'event: change', ': quiet', 'x: y', '')
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n'))).map(lines => lines.flat().join(''))
    fc.assert(fc.property(text, fc.array(fc.nat(200)), (text, cuts) => {
      const places = [0, ...cuts.map(cut => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
      const parse = createEventParser()
      const pieces = places.slice(1).flatMap((end, index) => parse(text.slice(places[index], end)))
      // a lone \r before a piece that begins with \n is one end of line in the whole text, too
      expect(pieces).toEqual(createEventParser()(text))
    }))
  })

  it.each(['x'.repeat(1_048_577), `data: ${'x'.repeat(600_000)}\n`.repeat(2)])('are refused where one has no end', (text) => {
    expect(() => createEventParser()(text)).toThrow(RangeError)
  })
})

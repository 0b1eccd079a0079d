import { expect, it } from 'vitest'
import { acceptsEvents } from '../../../src/public-api/accept'

it.each([
  ['text/event-stream', true],
  ['Text/Event-Stream', true],
  ['text/event-stream, */*', true],
  ['application/json, text/event-stream', true],
  ['application/json;q=0.9, text/event-stream', true],
  ['application/json, text/event-stream;q=0.9', false],
  ['text/event-stream;q=0', false],
  ['text/event-stream;q=x', false],
  ['text/*', false],
  ['*/*', false],
  ['text/event-streams', false],
  ['', false],
  [undefined, false],
])('accept: %s asks for the stream: %s', (header, wanted) => expect(acceptsEvents(header)).toBe(wanted))

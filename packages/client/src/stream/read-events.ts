import type { Asked } from '../errors.js'
import type { StreamEvent } from './event-parser.js'
import { ContractMismatch, Unreachable } from '../errors.js'
import { createEventParser } from './event-parser.js'

/**
 * The events of an open stream, as they come; comments and empty pieces only show that it lives.
 * @param asked what was asked for
 * @param response the answer, of which nothing was read yet
 * @param silence milliseconds without a byte after which the connection counts as lost
 * @yields the events that one piece of the stream completes; none where it completes none
 * @throws {Unreachable} when the stream ends, breaks off or is silent
 * @throws {ContractMismatch} when it is no stream of events
 */
export async function* readEvents(asked: Asked, response: Response, silence: number): AsyncGenerator<StreamEvent[], never, undefined> {
  const reader = bodyOf(asked, response).getReader()
  const decoder = new TextDecoder()
  const parse = createEventParser()
  try {
    for (;;) {
      const { done, value } = await within(asked, silence, reader.read())
      if (done)
        throw new Unreachable(asked, null, new Error('the stream has ended'))
      yield eventsOf(asked, response, () => parse(decoder.decode(value, { stream: true })))
    }
  }
  finally {
    // the connection may be lost already, and then there is nothing to end
    reader.cancel().catch(() => {})
  }
}

function bodyOf(asked: Asked, response: Response): ReadableStream<Uint8Array> {
  const type = response.headers.get('content-type') ?? 'no content type'
  if (!response.body || !/^text\/event-stream\s*(?:;|$)/i.test(type))
    throw new ContractMismatch(asked, response.status, '', `it is not a stream of events but ${type}`)
  return response.body
}

function eventsOf(asked: Asked, { status }: Response, parse: () => StreamEvent[]): StreamEvent[] {
  try {
    return parse()
  }
  catch (error) {
    throw error instanceof RangeError ? new ContractMismatch(asked, status, '', error.message) : error
  }
}

async function within<Value>(asked: Asked, silence: number, reading: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unreachable(asked, silence, undefined, 'not a byte of the stream')), silence)
  })
  try {
    return await Promise.race([reading, late])
  }
  catch (error) {
    throw error instanceof Unreachable ? error : new Unreachable(asked, null, error)
  }
  finally {
    clearTimeout(timer)
  }
}

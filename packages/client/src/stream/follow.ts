import type { Change } from '@klartext/contract'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Asked } from '../errors.js'
import type { Transport } from '../transport.js'
import type { StreamEvent } from './event-parser.js'
import { changePositionSchema, changeSchema } from '@klartext/contract'
import { getDotPath, safeParse } from 'valibot'
import { readJson } from '../answer.js'
import { ClientError, ContractMismatch } from '../errors.js'
import { readEvents } from './read-events.js'

/** A change, with the place in the log from which to go on once it is dealt with. */
export type FollowedChange = Change & { cursor: string }

/** Where a connection to the stream begins. */
export interface Connected {
  cursor: string
  /** False when everything read before must be taken for changed: no position was asked for, or one that is not of this log. */
  continued: boolean
}

export interface FollowOptions {
  /** The cursor of the last change that was dealt with, or its seq; only new changes come where there is none. */
  after?: string | number | undefined
  /** Ends it, without an error. */
  signal?: AbortSignal | undefined
  /** Told at each connection, before any change of it; it is waited for. */
  onConnected?: ((connected: Connected) => void | Promise<void>) | undefined
  /** Told at each loss of a connection and each one that was not made; it is waited for. */
  onDisconnected?: ((error: ClientError) => void | Promise<void>) | undefined
}

/** The CMS says something every 15 seconds; a connection that died without a word must not hide a correction for long. */
const longestSilence = 20_000
const longestWait = 1_000

/**
 * Follows the changes for as long as `signal` lets it, over as many connections as it takes.
 * @param transport the door to the API
 * @param options where from, how long, and who is told
 * @param options.after as in {@link FollowOptions}
 * @param options.signal as there
 * @param options.onConnected as there
 * @param options.onDisconnected as there
 * @param silence milliseconds without a byte after which a connection counts as lost
 * @yields each change after the position once, in the order of the log
 * @throws what the caller's own functions throw, and nothing else
 */
export async function* follow(transport: Transport, { after, signal, onConnected, onDisconnected }: FollowOptions, silence = longestSilence): AsyncGenerator<FollowedChange, void, undefined> {
  let position = after
  let failures = 0
  while (!signal?.aborted) {
    const ending = new AbortController()
    const both = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal
    try {
      const messages = connect(transport, position, both, silence)
      for (;;) {
        const read = await messages.next().catch(lossOf)
        if (signal?.aborted)
          return
        if (read instanceof ClientError) {
          failures += 1
          await onDisconnected?.(read)
          break
        }
        const message = read.value
        if (message === 'alive') {
          failures = 0
        }
        else if ('continued' in message) {
          position = message.cursor
          await onConnected?.(message)
        }
        else {
          failures = 0
          position = message.cursor
          yield message
        }
      }
    }
    finally {
      ending.abort()
    }
    await transport.wait(waitAfter(failures), signal).catch((error: unknown) => {
      if (!signal?.aborted)
        throw error
    })
  }
}

/** Half of it by chance, so that those who were cut off together do not come back together. */
const waitAfter = (failures: number): number => Math.min(longestWait, 50 * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2)

function lossOf(error: unknown): ClientError {
  if (error instanceof ClientError)
    return error
  throw error
}

/** One connection: where it begins, then its changes, and a sign of life for each piece that completes neither. */
async function* connect(transport: Transport, position: string | number | undefined, signal: AbortSignal, silence: number): AsyncGenerator<Connected | FollowedChange | 'alive', never, undefined> {
  const { asked, response } = await transport.open('/changes', { after: position }, { accept: 'text/event-stream', signal })
  let last: number | null = null
  for await (const events of readEvents(asked, response, silence)) {
    for (const event of events) {
      if (event.type === 'position' && last === null) {
        last = 0
        yield { cursor: cursorOf(asked, event), continued: dataOf(asked, event, changePositionSchema).continued }
      }
      else if (event.type === 'change') {
        const change = dataOf(asked, event, changeSchema)
        if (last === null || change.seq <= last)
          throw new ContractMismatch(asked, 200, 'seq', last === null ? 'a change came before the position' : `change ${change.seq} came after ${last}`)
        last = change.seq
        yield { ...change, cursor: cursorOf(asked, event) }
      }
    }
    if (last !== null && events.length === 0)
      yield 'alive'
  }
  throw new TypeError('a stream ends with an error')
}

function cursorOf(asked: Asked, { id, type }: StreamEvent): string {
  if (!id)
    throw new ContractMismatch(asked, 200, 'id', `an event "${type}" came without one`)
  return id
}

function dataOf<Schema extends GenericSchema>(asked: Asked, { type, data }: StreamEvent, schema: Schema): InferOutput<Schema> {
  const result = safeParse(schema, readJson(data)?.value)
  if (!result.success)
    throw new ContractMismatch(asked, 200, getDotPath(result.issues[0]) ?? '', `an event "${type}": ${result.issues[0].message}`)
  return result.output
}

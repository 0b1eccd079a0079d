import type { Writable } from 'node:stream'
import type { ChangeTail, KnownLog } from './change-tail'
import type { LogPlace } from './cursor'
import { once } from 'node:events'
import { heartbeat, positionEvent } from './change-event'
import { cursorOf } from './cursor'

/** Where a client begins. */
export interface Start {
  log: KnownLog
  place: LogPlace
  continued: boolean
}

interface Times {
  /** Milliseconds between signs of life. */
  heartbeat: number
  /** Milliseconds within which a client must have taken what was written before. */
  patience: number
}

const times: Times = { heartbeat: 15_000, patience: 15_000 }

/** The most that is written before the client has taken all of it; one change more than fits. */
const mostCharacters = 65_536

/**
 * Writes the changes to one client for as long as it takes them. Nothing is kept for it but its place: it is given what follows that
 * place, some at a time, so nothing is lost, doubled or out of order, and one that reads too slowly costs no memory and is cut off.
 * @param tail of this process
 * @param start where the client begins
 * @param output the client's end; it is ended when the log becomes another one, and destroyed when the client is too slow
 * @param pace how often it is given a sign of life, and how long it is waited for
 * @returns when it is over, however that came
 * @throws what reading the log throws; the output is destroyed by then
 */
export async function sendChanges(tail: ChangeTail, start: Start, output: Writable, pace: Times = times): Promise<void> {
  const over = new AbortController()
  let wake: () => void = () => {}
  const end = (): void => {
    over.abort()
    wake()
  }
  output.once('close', end)
  output.once('error', end)
  if (output.destroyed)
    end()
  const unsubscribe = tail.subscribe(() => wake())
  const beat = setInterval(() => {
    if (!output.writableNeedDrain)
      output.write(heartbeat)
  }, pace.heartbeat)
  try {
    output.write(positionEvent(cursorOf(start.log.epoch, start.place), start.continued))
    let { place } = start
    while (!over.signal.aborted && tail.log() === start.log) {
      // before the log is read: what comes meanwhile is not missed
      const { promise: news, resolve } = Promise.withResolvers<void>()
      wake = resolve
      const changes = await tail.readOn(start.log, place)
      if (changes === null)
        break
      if (changes.length === 0)
        await news
      for (const text of inPieces(changes.map(change => change.text)))
        await write(output, text, pace.patience, over.signal)
      place = changes.at(-1) ?? place
    }
    // what a slow client has not taken yet would keep the CMS from stopping
    if (output.writableNeedDrain)
      output.destroy()
    else
      output.end()
  }
  catch (error) {
    output.destroy()
    if (!over.signal.aborted && !(error instanceof TooSlow))
      throw error
  }
  finally {
    clearInterval(beat)
    unsubscribe()
  }
}

class TooSlow extends Error {}

async function write(output: Writable, text: string, patience: number, signal: AbortSignal): Promise<void> {
  if (output.write(text) || signal.aborted)
    return
  const late = AbortSignal.timeout(patience)
  await once(output, 'drain', { signal: AbortSignal.any([signal, late]) }).catch((error: unknown) => {
    throw late.aborted ? new TooSlow() : error
  })
}

function* inPieces(texts: readonly string[]): Generator<string> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length >= mostCharacters) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '')
    yield piece
}
